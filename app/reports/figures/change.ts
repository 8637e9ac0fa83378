import type { Indicator } from "#app/reports/definitions/catalogue.ts";
import { periodNumber } from "#app/reports/figures/periods.ts";
import { intervalOf, SMALLEST } from "#app/reports/figures/verdict.ts";

/** What became of a figure in a year. */
export type Change = "improved" | "worsened" | "risen" | "fallen" | "same";

type Counted = { numerator: number; denominator: number };

/** Quarters between two figures that share no part of their year. */
const YEAR = 4;

/**
 * The figure of the same quarter a year before `period`; none when other practices were taken up in this one since then,
 * for what came before is not the same practice.
 */
export function yearBefore<Point extends { period: string }>(points: Point[], period: string, mergers: string[]) {
  const then = points.find((point) => periodNumber(point.period) === periodNumber(period) - YEAR);
  return then && !mergers.some((merger) => then.period < merger && merger <= period) ? then : undefined;
}

/**
 * 95 % interval of the difference of two figures, now less then (Newcombe, Stat Med 1998;17:873-890, method 10: from the
 * interval of each; for rates the same from Byar's limits).
 */
export function differenceInterval(indicator: Pick<Indicator, "unit">, now: Counted, then: Counted) {
  const [a, b] = [now, then].map(({ numerator, denominator }) => ({
    value: numerator / denominator,
    ...intervalOf(indicator, numerator, denominator),
  })) as [Interval, Interval];
  const difference = a.value - b.value;
  return {
    difference,
    low: difference - Math.hypot(a.value - a.low, b.high - b.value),
    high: difference + Math.hypot(a.high - a.value, b.value - b.low),
  };
}

type Interval = { value: number; low: number; high: number };

/** What may be said of the year: changed only when the whole interval of the difference lies on one side of nothing. */
export function changeOf(
  indicator: Pick<Indicator, "unit" | "direction">,
  now: Counted,
  then: Counted | null | undefined,
): Change | null {
  if (!then || now.denominator < SMALLEST || then.denominator < SMALLEST) return null;
  const { low, high } = differenceInterval(indicator, now, then);
  if (low <= 0 && high >= 0) return "same";
  const up = low > 0;
  if (indicator.direction === "neutral") return up ? "risen" : "fallen";
  return up === (indicator.direction === "higher") ? "improved" : "worsened";
}
