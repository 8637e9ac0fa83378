import { percentileCont } from "./statistics.ts";

/** Standard normal values of the 95 % and the 99.8 % limits. */
export const FUNNEL_Z = { near: 1.959964, far: 3.090232 } as const;

/** What the limits of a funnel are drawn from: the pooled value, and the spread that practices have by themselves. */
export type Funnel = {
  /** All numerators over all denominators. */
  target: number;
  /** Variance between practices on the transformed scale (τ²); 0 when chance alone explains the spread. */
  tau2: number;
};

/** Shares are compared on the arcsine scale, rates on that of the square root: there the spread hardly depends on the value. */
export type Unit = "percent" | "per_1000";

const onto = (unit: Unit, value: number) =>
  unit === "percent" ? Math.asin(Math.sqrt(Math.min(1, value))) : Math.sqrt(value);

/**
 * Overdispersion after Spiegelhalter (Stat Med 2005;24:1185-1202) as FunnelPlotR does it for proportions: z-scores
 * winsorised at P10 and P90, the additive τ² of DerSimonian and Laird. For rates the same with the square root.
 * @param values numerator over denominator of each practice
 * @param sizes denominators, each above 0
 * @param target all numerators over all denominators
 */
export function overdispersion(
  unit: Unit,
  values: ArrayLike<number>,
  sizes: ArrayLike<number>,
  target: number,
): Funnel {
  const count = values.length;
  if (count < 2) return { target, tau2: 0 };
  const middle = onto(unit, target);
  const scores = new Float64Array(count);
  let [weights, squares] = [0, 0];
  for (let i = 0; i < count; i++) {
    const weight = 4 * sizes[i]!;
    scores[i] = (onto(unit, values[i]!) - middle) * Math.sqrt(weight);
    weights += weight;
    squares += weight * weight;
  }
  scores.sort();
  const [low, high] = [percentileCont(scores, 0.1), percentileCont(scores, 0.9)];
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const score = Math.min(high, Math.max(low, scores[i]!));
    sum += score * score;
  }
  const tau2 = Math.max(0, (sum - (count - 1)) / (weights - squares / weights));
  return { target, tau2 };
}

/** Limits of the funnel for a practice with so many counted, as fractions; `z` from `FUNNEL_Z`. */
export function funnelLimits(
  unit: Unit,
  { target, tau2 }: Funnel,
  size: number,
  z: number,
): { low: number; high: number } {
  const middle = onto(unit, target);
  const reach = z * Math.sqrt(1 / (4 * size) + tau2);
  const low = Math.max(0, middle - reach);
  const high = middle + reach;
  if (unit === "per_1000") return { low: low ** 2, high: high ** 2 };
  return { low: Math.sin(low) ** 2, high: Math.sin(Math.min(Math.PI / 2, high)) ** 2 };
}
