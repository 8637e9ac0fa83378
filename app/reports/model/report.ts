import { type Change, changeOf, yearBefore } from "#app/reports/figures/change.ts";
import type { Indicator } from "#app/reports/definitions/catalogue.ts";
import type { Dot, IndicatorFigures, IndicatorPoint, Parties, Peers, Scope } from "#app/reports/figures/read.server.ts";
import type { Funnel } from "#app/reports/figures/funnel.ts";
import { quartersBetween } from "#app/reports/figures/periods.ts";
import { FEWEST_POINTS, type Signal, signalsOf } from "./signals.ts";
import { intervalOf, patientsToMedian, SMALLEST, verdictOf, type Verdict } from "#app/reports/figures/verdict.ts";

export type { Scope };

type Interval = { value: number; low: number; high: number };

/** One quarter of one indicator; `figure` is null when nothing was delivered. Values are fractions. */
export type ReportPoint = {
  period: string;
  measuredOn: string | null;
  figure: ({ numerator: number; denominator: number; small: boolean } & Interval) | null;
  peers: Peers | null;
  /** Other practices were taken up in this one here: what came before is not the same practice. */
  merged: boolean;
};

/** Signals in the own course; places are those of `points`. `few`: too few quarters to say anything. */
export type Course = { few: boolean; overlapping: boolean; signals: Signal[] };

/** One indicator of one practice, ready to be said, drawn and tabled: on the page and on paper from this one value. */
export type Report = {
  indicatorId: string;
  scope: Scope;
  parties: Parties;
  /** Every quarter from the first figures to the newest publication, gaps included. */
  points: ReportPoint[];
  /** The newest quarter with figures of this practice. */
  last: ReportPoint & { measuredOn: string; numerator: number; denominator: number; country: Peers | null };
  /** Newest quarter published, when this practice was left out of it. */
  behind: string | null;
  verdict: Verdict;
  /** How many more (positive) or fewer in the numerator would bring it up to the median; null when it is as good. */
  toMedian: number | null;
  /** Share of the practices in the country with a lower value, 0 to 1 (PERCENT_RANK); null when it may not be said. */
  rank: number | null;
  /** Against the same quarter a year ago. */
  change: Change | null;
  course: Course;
  /** The figure as it would be with the patients of the whole country; null when not delivered. */
  caseMix: ({ expected: number } & Interval) | null;
  /** What the funnel is drawn from. */
  funnel: { funnel: Funnel; dots: Dot[] } | null;
};

/** Shapes what was read into a report beside the chosen peers. */
export function reportOf(indicator: Indicator, figures: IndicatorFigures, scope: Scope): Report {
  const [first, last] = [figures.points[0]!, figures.points.at(-1)!];
  const known = new Map(figures.points.map((point) => [point.period, point]));
  const points = quartersBetween(first.period, figures.newest).map((period) =>
    pointOf(indicator, period, figures.mergers.includes(period), known.get(period)),
  );
  const median = last.peers?.p50 ?? null;
  const change = patientsToMedian(last, median);
  const shown = points.find((point) => point.period === last.period)!;
  const yearAgo = yearBefore(figures.points, last.period, figures.mergers);
  return {
    indicatorId: indicator.id,
    scope,
    parties: figures.parties,
    points,
    last: {
      ...shown,
      measuredOn: last.measuredOn,
      numerator: last.numerator,
      denominator: last.denominator,
      country: last.country,
    },
    behind: figures.newest > last.period ? figures.newest : null,
    verdict: verdictOf(indicator, last, median),
    toMedian:
      change !== null && change > 0 === (indicator.direction === "higher") && indicator.direction !== "neutral"
        ? change
        : null,
    rank: last.below === null || !last.country ? null : last.below / (last.country.n - 1),
    change: changeOf(indicator, last, yearAgo),
    course: courseOf(indicator, points),
    caseMix: caseMixOf(indicator, last),
    funnel: figures.funnel,
  };
}

function pointOf(indicator: Indicator, period: string, merged: boolean, point?: IndicatorPoint): ReportPoint {
  if (!point) return { period, measuredOn: null, figure: null, peers: null, merged };
  const { measuredOn, numerator, denominator, peers } = point;
  const value = numerator / denominator;
  const small = denominator < SMALLEST;
  const interval = intervalOf(indicator, numerator, denominator);
  const figure = denominator > 0 ? { numerator, denominator, value, ...interval, small } : null;
  return { period, measuredOn, figure, peers, merged };
}

/** Signals since the last merger, over the quarters that have a figure. */
function courseOf(indicator: Indicator, points: ReportPoint[]): Course {
  const start = Math.max(
    0,
    points.findLastIndex((point) => point.merged),
  );
  const places = points.flatMap((point, i) => (i >= start && point.figure ? [i] : []));
  const overlapping = indicator.windowMonths > 3;
  const signals = signalsOf(
    places.map((i) => points[i]!.figure!.value),
    overlapping,
  );
  return {
    few: places.length < FEWEST_POINTS,
    overlapping,
    signals: signals.map((signal) => ({ ...signal, from: places[signal.from]!, to: places[signal.to]! })),
  };
}

/** Indirect standardisation: observed over expected, times the pooled value of the country. */
function caseMixOf(
  indicator: Indicator,
  { numerator, denominator, expected, country }: IndicatorPoint,
): Report["caseMix"] {
  if (!expected || !country?.pooled || denominator < SMALLEST) return null;
  const factor = (denominator / expected) * country.pooled;
  const { low, high } = intervalOf(indicator, numerator, denominator);
  const capped = (value: number) => (indicator.unit === "percent" ? Math.min(1, value * factor) : value * factor);
  return { expected, value: capped(numerator / denominator), low: capped(low), high: capped(high) };
}
