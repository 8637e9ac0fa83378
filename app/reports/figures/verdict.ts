import type { Indicator } from "#app/reports/definitions/catalogue.ts";
import { byar, wilson, type Interval } from "#app/reports/figures/statistics.ts";

/** Under this many people nothing is judged. */
export const SMALLEST = 20;

export type Verdict = "better" | "worse" | "higher" | "lower" | "similar" | "small" | "no_peers";

/** 95 % interval of a figure, as a fraction: Wilson for shares, Byar for rates per 1000. */
export function intervalOf(indicator: Pick<Indicator, "unit">, numerator: number, denominator: number): Interval {
  return indicator.unit === "per_1000" ? byar(numerator, denominator) : wilson(numerator, denominator);
}

/**
 * What may be said of a figure beside the median of its peers: better or worse only when the whole interval lies on
 * one side and enough people were counted; higher or lower where more is neither good nor bad.
 */
export function verdictOf(
  indicator: Pick<Indicator, "unit" | "direction">,
  figure: { numerator: number; denominator: number },
  median: number | null,
): Verdict {
  if (figure.denominator < SMALLEST) return "small";
  if (median === null) return "no_peers";
  const { low, high } = intervalOf(indicator, figure.numerator, figure.denominator);
  if (low <= median && median <= high) return "similar";
  const above = low > median;
  if (indicator.direction === "neutral") return above ? "higher" : "lower";
  return above === (indicator.direction === "higher") ? "better" : "worse";
}

/**
 * How many patients more or fewer would bring the figure to the median: positive when the numerator would have to grow.
 * Null when there is nothing to compare with, or nothing to change.
 */
export function patientsToMedian(
  figure: { numerator: number; denominator: number },
  median: number | null,
): number | null {
  if (median === null || figure.denominator < SMALLEST) return null;
  const wanted = Math.round(median * figure.denominator) - figure.numerator;
  return wanted === 0 ? null : wanted;
}
