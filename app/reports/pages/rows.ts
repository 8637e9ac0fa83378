import type { Language } from "#app/shared/i18n.ts";
import { type Change, changeOf, yearBefore } from "../change.ts";
import type { Indicator } from "../definitions/catalogue.ts";
import { formatFigure } from "../figure-format.ts";
import type { OverviewRow } from "../figures/read.server.ts";
import { quartersBetween } from "../periods.ts";
import { verdictOf, type Verdict } from "../verdict.ts";

/** One indicator of a practice as the overview shows it. */
export type Row = {
  id: string;
  name: string;
  programme: string;
  direction: Indicator["direction"];
  unit: Indicator["unit"];
  numerator: number;
  denominator: number;
  value: string | null;
  median: number | null;
  medianText: string | null;
  trend: (number | null)[];
  /** First and last known value of the trend, written. */
  from: string;
  to: string;
  verdict: Verdict;
  /** Against the same quarter a year ago, with that value written. */
  change: Change | null;
  yearAgo: string | null;
  /** How far from the median, in widths of the middle half of the practices; how far from a year ago likewise. */
  distance: number;
  moved: number;
};

/** What is shown of one indicator. */
export function rowOf(indicator: Indicator, row: OverviewRow, language: Language): Row {
  const { numerator, denominator, country, trend, mergedIn } = row;
  const value = denominator > 0 ? numerator / denominator : null;
  const written = (fraction: number | null) => (fraction === null ? null : formatFigure(indicator, fraction, language));
  const median = country?.p50 ?? null;
  const now = trend.at(-1)!;
  const then = yearBefore(trend, now.period, mergedIn === null ? [] : [mergedIn]);
  const before = then && then.denominator > 0 ? then.numerator / then.denominator : null;
  const spread = country && country.p75 > country.p25 ? country.p75 - country.p25 : null;
  const apart = (one: number | null, other: number | null) =>
    one === null || other === null || spread === null ? 0 : Math.abs(one - other) / spread;
  return {
    id: indicator.id,
    name: indicator.name[language],
    programme: indicator.programme,
    direction: indicator.direction,
    unit: indicator.unit,
    numerator,
    denominator,
    value: written(value),
    median,
    medianText: written(median),
    ...courseOf(row, written),
    verdict: verdictOf(indicator, row, median),
    change: changeOf(indicator, now, then),
    yearAgo: written(before),
    distance: apart(value, median),
    moved: apart(value, before),
  };
}

function courseOf({ trend }: OverviewRow, written: (fraction: number | null) => string | null) {
  const known = new Map(trend.map((one) => [one.period, one.denominator > 0 ? one.numerator / one.denominator : null]));
  const quarters = quartersBetween(trend[0]!.period, trend.at(-1)!.period);
  const values = quarters.map((period) => known.get(period) ?? null);
  const isKnown = (value: number | null) => value !== null;
  const [first, last] = [values.find(isKnown) ?? null, values.findLast(isKnown) ?? null];
  return { trend: values, from: written(first) ?? "–", to: written(last) ?? "–" };
}
