/** Standard normal value of a two-sided 95 % interval. */
const Z = 1.959964;

export type Interval = { low: number; high: number };

/**
 * 95 % interval of a proportion, as fractions (Wilson score interval, as public health statistics use it).
 * The whole range when nobody was counted.
 */
export function wilson(numerator: number, denominator: number): Interval {
  if (denominator === 0) return { low: 0, high: 1 };
  const z2 = Z * Z;
  const spread = Z * Math.sqrt(z2 + 4 * numerator * (1 - numerator / denominator));
  const divisor = 2 * (denominator + z2);
  return {
    low: Math.max(0, (2 * numerator + z2 - spread) / divisor),
    // Exactly: one bit less than all would put a practice with everybody below a median of all.
    high: numerator === denominator ? 1 : (2 * numerator + z2 + spread) / divisor,
  };
}

/** 95 % interval of a rate: `count` events in `time` (Byar's approximation of the Poisson limits). */
export function byar(count: number, time: number): Interval {
  if (time === 0) return { low: 0, high: Infinity };
  const limit = (x: number, sign: 1 | -1) => x * (1 - 1 / (9 * x) + (sign * Z) / (3 * Math.sqrt(x))) ** 3;
  return { low: count === 0 ? 0 : limit(count, -1) / time, high: limit(count + 1, 1) / time };
}

/**
 * The value below which the share `p` of `sorted` lies, between two values by straight line (PERCENTILE_CONT of SQL).
 * @param sorted ascending, not empty
 * @param p between 0 and 1
 */
export function percentileCont(sorted: ArrayLike<number>, p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const low = sorted[below]!;
  return below + 1 < sorted.length ? low + (place - below) * (sorted[below + 1]! - low) : low;
}

/**
 * Which share of the others lies below `value`, from 0 (lowest) to 1 (PERCENT_RANK of SQL: equal values share the lowest rank).
 * @param sorted ascending, `value` among them; alone it stands at 0
 */
export function percentRank(sorted: ArrayLike<number>, value: number): number {
  if (sorted.length < 2) return 0;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low / (sorted.length - 1);
}
