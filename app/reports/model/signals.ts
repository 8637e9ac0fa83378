/** Factor from the mean moving range to the limits of an XmR chart, and the one above which a range is left out. */
const LIMIT = 2.66;
const WIDEST = 3.267;
/** Points in a row that are no longer chance. */
const RUN = 7;
/** Values nearer than this differ by the rounding of the machine alone. */
const SAME = 1e-12;
/** Under this many points limits are too unsure to warn by. */
export const FEWEST_POINTS = 13;

/** What a practice's own course may be expected to stay between, as fractions. */
export type Limits = { mean: number; lower: number; upper: number };

/** Why points are no chance: outside the limits; seven rising or falling; two of three near a limit; seven on one side. */
export type Rule = "outside" | "trend" | "near" | "side";

/** A run of points (places in the series) that chance does not explain, and to which side. */
export type Signal = { rule: Rule; from: number; to: number; up: boolean };

/**
 * Limits of an XmR chart as NHS England's Making Data Count sets them: mean ± 2.66 × the mean moving range, after leaving
 * out ranges of 3.267 times that mean or more.
 * @param values at least two
 */
export function limitsOf(values: number[]): Limits {
  const mean = average(values);
  const ranges = values.slice(1).map((value, i) => Math.abs(value - values[i]!));
  const first = average(ranges);
  const usual = ranges.filter((range) => range < WIDEST * first);
  const reach = LIMIT * (usual.length > 0 ? average(usual) : first);
  return { mean, lower: mean - reach, upper: mean + reach };
}

/**
 * Signals in a series, in order of place, by the four rules of Making Data Count. Values over windows that overlap lean
 * on each other, which makes short runs look special: of those only the first and the last rule are asked.
 * @param overlapping true when neighbouring values share part of their period
 */
export function signalsOf(values: number[], overlapping: boolean): Signal[] {
  if (values.length < FEWEST_POINTS) return [];
  const limits = limitsOf(values);
  const found = [
    ...outside(values, limits),
    ...runs(
      "side",
      values.map((value) => sideOf(value, limits.mean)),
      RUN,
    ),
  ];
  if (!overlapping) found.push(...trends(values), ...nearLimits(values, limits));
  return found.sort((a, b) => a.from - b.from || a.to - b.to);
}

/** 1 above, -1 below, 0 on it. */
const sideOf = (value: number, line: number) => (Math.abs(value - line) < SAME ? 0 : Math.sign(value - line));
const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function outside(values: number[], { lower, upper }: Limits): Signal[] {
  return values.flatMap((value, i): Signal[] => {
    const up = sideOf(value, upper) > 0;
    return up || sideOf(value, lower) < 0 ? [{ rule: "outside", from: i, to: i, up }] : [];
  });
}

/** Stretches of at least `least` equal signs other than 0. */
function runs(rule: Rule, signs: number[], least: number): Signal[] {
  const found: Signal[] = [];
  for (let from = 0; from < signs.length;) {
    let to = from;
    while (to + 1 < signs.length && signs[to + 1] === signs[from]) to++;
    if (signs[from] !== 0 && to - from + 1 >= least) found.push({ rule, from, to, up: signs[from]! > 0 });
    from = to + 1;
  }
  return found;
}

/** Seven points in a row are six steps the same way. */
function trends(values: number[]): Signal[] {
  const steps = values.slice(1).map((value, i) => Math.sign(value - values[i]!));
  return runs("trend", steps, RUN - 1).map((run) => ({ ...run, to: run.to + 1 }));
}

function nearLimits(values: number[], { mean, lower, upper }: Limits): Signal[] {
  const near = ((upper - mean) * 2) / 3;
  const close = (value: number) => Math.abs(value - mean) > near && value <= upper && value >= lower;
  const marked: number[] = values.map(() => 0);
  for (let i = 0; i + 3 <= values.length; i++) {
    const three = values.slice(i, i + 3);
    const side = sideOf(three[0]!, mean);
    if (side === 0 || !three.every((value) => sideOf(value, mean) === side)) continue;
    if (three.filter(close).length >= 2) marked.fill(side, i, i + 3);
  }
  return runs("near", marked, 1);
}
