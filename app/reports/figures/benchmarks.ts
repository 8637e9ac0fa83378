import { percentileCont } from "../statistics.ts";

/** Where the peers stand, as fractions; over practices whose denominator is at least `MIN_DENOMINATOR`. */
export type Peers = {
  n: number;
  /** All numerators over all denominators. */
  pooled: number;
  /** Mean of the practices' own values. */
  mean: number;
  p10: number;
  p25: number;
  p50: number;
  p75: number;
  p90: number;
};

/** Under this, a practice's value is left out of anything other practices see. */
export const MIN_DENOMINATOR = 10;
/** Fewer practices are never shown together. */
export const MIN_PEERS = 10;

/** Figures by indicator, then practice; denominator -1 where nothing was delivered. */
export type Columns = {
  practices: number;
  indicators: number;
  numerators: Int32Array;
  denominators: Int32Array;
  /** Number of the care group of each practice, 0 for none. */
  groups: Int32Array;
};

export type Benchmark = { scope: number; indicator: number; peers: Peers };

/** Scope of a benchmark over all practices; care groups have their own number, from 1. */
export const COUNTRY = 0;

/**
 * Benchmarks of every indicator for the country and each care group that may be shown: at least 10 practices, and the
 * country without that group also 10 or none, so that taking one from the other shows no small group.
 */
export function* benchmarks(columns: Columns): Generator<Benchmark> {
  const members = membersByGroup(columns.groups);
  const everyone = Int32Array.from({ length: columns.practices }, (_, practice) => practice);
  const values = new Float64Array(columns.practices);
  for (let indicator = 0; indicator < columns.indicators; indicator++) {
    const country = peersAmong(columns, indicator, everyone, values);
    if (country.n < MIN_PEERS) continue;
    yield { scope: COUNTRY, indicator, peers: country };
    for (const [group, practices] of members) {
      const peers = peersAmong(columns, indicator, practices, values);
      const others = country.n - peers.n;
      if (peers.n >= MIN_PEERS && (others === 0 || others >= MIN_PEERS)) yield { scope: group, indicator, peers };
    }
  }
}

function membersByGroup(groups: Int32Array): Map<number, Int32Array> {
  const lists = new Map<number, number[]>();
  groups.forEach((group, practice) => {
    if (group === 0) return;
    const list = lists.get(group);
    if (list) list.push(practice);
    else lists.set(group, [practice]);
  });
  return new Map([...lists].map(([group, list]) => [group, Int32Array.from(list)]));
}

function peersAmong(columns: Columns, indicator: number, practices: Int32Array, values: Float64Array): Peers {
  const start = indicator * columns.practices;
  let n = 0;
  let sum = 0;
  let numerators = 0;
  let denominators = 0;
  for (const practice of practices) {
    const denominator = columns.denominators[start + practice]!;
    if (denominator < MIN_DENOMINATOR) continue;
    const numerator = columns.numerators[start + practice]!;
    values[n++] = numerator / denominator;
    sum += numerator / denominator;
    numerators += numerator;
    denominators += denominator;
  }
  const sorted = values.subarray(0, n).sort();
  const at = (p: number) => (n === 0 ? 0 : percentileCont(sorted, p));
  return {
    n,
    pooled: numerators / denominators,
    mean: sum / n,
    p10: at(0.1),
    p25: at(0.25),
    p50: at(0.5),
    p75: at(0.75),
    p90: at(0.9),
  };
}
