import type { Indicator } from "./definitions/catalogue.ts";
import type { IndicatorFigures, Parties, Peers, Scope } from "./figures/read.server.ts";
import { quartersBetween } from "./periods.ts";
import { intervalOf, patientsToMedian, SMALLEST, verdictOf, type Verdict } from "./verdict.ts";

export type { Scope };

/** One quarter of one indicator; `figure` is null when nothing was delivered. Values are fractions. */
export type ReportPoint = {
  period: string;
  measuredOn: string | null;
  figure: { numerator: number; denominator: number; value: number; low: number; high: number; small: boolean } | null;
  peers: Peers | null;
};

/** One indicator of one practice, ready to be said, drawn and tabled: on the page and on paper from this one value. */
export type Report = {
  indicatorId: string;
  scope: Scope;
  parties: Parties;
  /** Every quarter from the first figures to the newest publication, gaps included. */
  points: ReportPoint[];
  /** The newest quarter with figures of this practice. */
  last: ReportPoint & { measuredOn: string; numerator: number; denominator: number };
  /** Newest quarter published, when this practice was left out of it. */
  behind: string | null;
  verdict: Verdict;
  /** How many more (positive) or fewer in the numerator would bring it up to the median; null when it is as good. */
  toMedian: number | null;
};

/** Shapes what was read into a report beside the chosen peers. */
export function reportOf(indicator: Indicator, figures: IndicatorFigures, scope: Scope): Report {
  const [first, last] = [figures.points[0]!, figures.points.at(-1)!];
  const known = new Map(figures.points.map((point) => [point.period, point]));
  const points = quartersBetween(first.period, figures.newest).map((period): ReportPoint => {
    const point = known.get(period);
    if (!point) return { period, measuredOn: null, figure: null, peers: null };
    const { measuredOn, numerator, denominator } = point;
    const value = numerator / denominator;
    const small = denominator < SMALLEST;
    const interval = intervalOf(indicator, numerator, denominator);
    const figure = denominator > 0 ? { numerator, denominator, value, ...interval, small } : null;
    return { period, measuredOn, figure, peers: point.peers };
  });
  const median = last.peers?.p50 ?? null;
  const change = patientsToMedian(last, median);
  const shown = points.find((point) => point.period === last.period)!;
  return {
    indicatorId: indicator.id,
    scope,
    parties: figures.parties,
    points,
    last: { ...shown, measuredOn: last.measuredOn, numerator: last.numerator, denominator: last.denominator },
    behind: figures.newest > last.period ? figures.newest : null,
    verdict: verdictOf(indicator, last, median),
    toMedian:
      change !== null && change > 0 === (indicator.direction === "higher") && indicator.direction !== "neutral"
        ? change
        : null,
  };
}
