import type { Language } from "#app/shared/i18n.ts";
import { type Change, changeOf } from "#app/reports/figures/change.ts";
import type { Indicator } from "#app/reports/definitions/catalogue.ts";
import type { OverviewRow } from "#app/reports/figures/read-overview.server.ts";
import type { Point } from "#app/reports/figures/read.server.ts";
import { periodNumber } from "#app/reports/figures/periods.ts";
import { verdictOf, type Verdict } from "#app/reports/figures/verdict.ts";

/** One indicator of a practice as the overview shows it; values are fractions, written where they are shown. */
export type Row = {
  id: string;
  name: string;
  programme: string;
  direction: Indicator["direction"];
  unit: Indicator["unit"];
  numerator: number;
  denominator: number;
  value: number | null;
  median: number | null;
  /** At most 8 quarters, oldest first, gaps as null; worked out when asked for. */
  readonly trend: (number | null)[];
  verdict: Verdict;
  /** Against the same quarter a year ago, with that value. */
  change: Change | null;
  yearAgo: number | null;
  /** How far from the median, in widths of the middle half of the practices; how far from a year ago likewise. */
  distance: number;
  moved: number;
};

/** What is shown of one indicator. */
export function rowOf(indicator: Indicator, row: OverviewRow, language: Language): Row {
  const { numerator, denominator, country } = row;
  const value = fractionOf(row);
  const median = country?.p50 ?? null;
  const yearAgo = row.yearAgo ? fractionOf(row.yearAgo) : null;
  const spread = country && country.p75 > country.p25 ? country.p75 - country.p25 : null;
  const apart = (other: number | null) =>
    value === null || other === null || spread === null ? 0 : Math.abs(value - other) / spread;
  return {
    id: indicator.id,
    name: indicator.name[language],
    programme: indicator.programme,
    direction: indicator.direction,
    unit: indicator.unit,
    numerator,
    denominator,
    value,
    median,
    get trend() {
      return onAxis(row.trend);
    },
    verdict: verdictOf(indicator, row, median),
    change: changeOf(indicator, row, row.yearAgo),
    yearAgo,
    distance: apart(median),
    moved: apart(yearAgo),
  };
}

type Counted = { numerator: number; denominator: number };
const fractionOf = ({ numerator, denominator }: Counted) => (denominator > 0 ? numerator / denominator : null);

function onAxis(points: Point[]): (number | null)[] {
  const [first, last] = [periodNumber(points[0]!.period), periodNumber(points.at(-1)!.period)];
  const values: (number | null)[] = Array.from({ length: last - first + 1 }, () => null);
  for (const point of points) values[periodNumber(point.period) - first] = fractionOf(point);
  // Finer than any small chart or its words; the rest would only be carried along.
  return values.map((value) => (value === null ? null : Math.round(value * 1e5) / 1e5));
}
