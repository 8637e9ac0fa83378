import type { PracticeRights } from "#app/rights/actor.ts";
import type { Language } from "#app/shared/i18n.ts";
import { indicators, programmes, type Indicator } from "../definitions/catalogue.ts";
import { overview, type OverviewRow } from "../figures/read.server.ts";
import { formatFigure } from "../figure-format.ts";
import { quartersBetween } from "../periods.ts";
import { verdictOf, type Verdict } from "../verdict.ts";

export type Row = {
  id: string;
  name: string;
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
};

export type Group = { id: string; name: string; rows: Row[] };

/** May this person see this indicator of this practice? Empty groups mean all programmes. */
export function mayOpen(practice: PracticeRights, indicator: Indicator): boolean {
  return practice.reportGroups.length === 0 || practice.reportGroups.includes(indicator.programme);
}

/** The overview as it is shown: by programme, only what is open to this person and what was asked for. */
export async function overviewFor(
  practice: PracticeRights,
  asked: { programme: string; search: string; verdict?: Verdict | null },
  language: Language,
) {
  const found = await overview(practice.agb);
  if (!found) return null;
  const byId = new Map(found.rows.map((row) => [row.indicatorId, row]));
  const open = indicators.filter((indicator) => mayOpen(practice, indicator));
  const wanted = asked.search.trim().toLowerCase();
  const counts: Partial<Record<Verdict, number>> = {};
  const counted = (row: Row) => {
    counts[row.verdict] = (counts[row.verdict] ?? 0) + 1;
    return row;
  };
  const groups = programmes
    .filter((programme) => !asked.programme || programme.id === asked.programme)
    .map((programme): Group => ({
      id: programme.id,
      name: programme.name[language],
      rows: open
        .filter((indicator) => indicator.programme === programme.id)
        .filter((indicator) => !wanted || `${indicator.id} ${indicator.name[language]}`.toLowerCase().includes(wanted))
        .flatMap((indicator) => {
          const row = byId.get(indicator.id);
          return row ? [counted(shown(indicator, row, language))] : [];
        })
        .filter((row) => !asked.verdict || row.verdict === asked.verdict),
    }))
    .filter((group) => group.rows.length > 0);
  const { period, measuredOn, newest } = found;
  return {
    behind: newest > period ? newest : null,
    period,
    measuredOn,
    delivered: open.filter((one) => byId.has(one.id)).length,
    all: open.length,
    counts,
    groups,
  };
}

function shown(indicator: Indicator, row: OverviewRow, language: Language): Row {
  const { numerator, denominator } = row;
  const median = row.country?.p50 ?? null;
  return {
    id: indicator.id,
    name: indicator.name[language],
    direction: indicator.direction,
    unit: indicator.unit,
    numerator,
    denominator,
    value: denominator > 0 ? formatFigure(indicator, numerator / denominator, language) : null,
    median,
    medianText: median === null ? null : formatFigure(indicator, median, language),
    ...courseOf(indicator, row, language),
    verdict: verdictOf(indicator, row, median),
  };
}

function courseOf(indicator: Indicator, { trend }: OverviewRow, language: Language) {
  const known = new Map(trend.map((one) => [one.period, one.denominator > 0 ? one.numerator / one.denominator : null]));
  const quarters = quartersBetween(trend[0]!.period, trend.at(-1)!.period);
  const values = quarters.map((period) => known.get(period) ?? null);
  const written = (value: number | null | undefined) =>
    value == null ? "–" : formatFigure(indicator, value, language);
  const isKnown = (value: number | null) => value !== null;
  return { trend: values, from: written(values.find(isKnown)), to: written(values.findLast(isKnown)) };
}

/** Programmes to choose from. */
export function programmeNames(language: Language): { value: string; label: string }[] {
  return programmes.map((programme) => ({ value: programme.id, label: programme.name[language] }));
}
