import type { Indicator } from "../definitions/catalogue.ts";
import { type Asked, type Filter, filters, monthChoices, type Sort, sorts } from "./work-list.ts";

const SLUGS: Record<Filter, string> = { missing: "ontbreekt", counted: "teller", older: "lang-geleden", all: "alle" };

/** The word of a filter in addresses. */
export const filterSlug = (filter: Filter) => SLUGS[filter];

/** Whom there is work for: where fewer is better those who count, else those who do not. */
export function workFilter({ direction }: Pick<Indicator, "direction">): Filter {
  return direction === "lower" ? "counted" : "missing";
}

/** What an address asks of the list; what it does not say, or says wrongly, is as it is by itself. */
export function askedOf(query: URLSearchParams, indicator: Indicator): Asked {
  const months = Number(query.get("maanden"));
  const page = Number(query.get("bladzijde"));
  const period = query.get("kwartaal");
  const sort = query.get("volgorde") as Sort | null;
  return {
    filter: filters.find((one) => SLUGS[one] === query.get("toon")) ?? workFilter(indicator),
    months: monthChoices.find((one) => one === months) ?? 12,
    sort: sorts.find((one) => one === sort) ?? "oldest",
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
    period: period && /^20\d\d-Q[1-4]$/.test(period) ? period : null,
  };
}

/** The address of the list as it is asked, with changes; never holds anything of a patient. */
export function listAddress(
  at: { indicatorId: string; practice: string | null },
  asked: Asked,
  more: { page?: number; below?: string } = {},
): string {
  const query = new URLSearchParams({
    ...(at.practice && { praktijk: at.practice }),
    toon: SLUGS[asked.filter],
    maanden: String(asked.months),
    volgorde: asked.sort,
    ...(asked.period && { kwartaal: asked.period }),
    bladzijde: String(more.page ?? asked.page),
  });
  return `/rapportages/${at.indicatorId}/patienten${more.below ?? ""}?${query.toString()}`;
}
