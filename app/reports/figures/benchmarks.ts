import { type Funnel, overdispersion, type Unit } from "../funnel.ts";
import { percentileCont } from "../statistics.ts";
import { CELL } from "./cells.ts";
import { disclosure, type Division, MIN_DENOMINATOR, MIN_PEERS } from "./disclosure.ts";
import { type Dot, sampleDots } from "./dots.ts";
import { COUNTRY } from "./scopes.ts";

/** Where the peers stand, as fractions; over practices whose denominator is at least `MIN_DENOMINATOR`. */
export type Peers = {
  n: number;
  /** All numerators over all denominators; null for scopes of which no sums are kept. */
  pooled: number | null;
  /** Mean of the practices' own values; null likewise. */
  mean: number | null;
  p10: number;
  p25: number;
  p50: number;
  p75: number;
  p90: number;
};

/** All figures of a quarter: cells by practice, then indicator. */
export type Columns = {
  practices: number;
  units: Unit[];
  cells: Int32Array;
  /** Care groups, regions, classes of size, in this order. */
  divisions: Division[];
};

export type IndicatorBenchmarks = {
  indicator: number;
  scopes: { scope: number; peers: Peers }[];
  funnel: Funnel;
  dots: Dot[];
};

/**
 * Benchmarks of every indicator for the country and each care group, region and class of size that may be shown
 * (`disclosure`), and the rank of each practice, which goes into its cells. Sums are given of the country and of care
 * groups alone: groups of one division can be added and taken away, and `disclosure` sees to what is then left; across
 * divisions only order statistics are given.
 */
export function* benchmarks(columns: Columns): Generator<IndicatorBenchmarks> {
  const { units, divisions } = columns;
  const mayShow = disclosure(divisions);
  const own = room(columns.practices);
  for (let indicator = 0; indicator < units.length; indicator++) {
    takeIndicator(columns, indicator, own);
    const country = emptyParty();
    for (let practice = 0; practice < columns.practices; practice++) join(country, own, practice);
    if (country.values.length < MIN_PEERS) continue;

    const sorted = Float64Array.from(country.values).sort();
    writeRanks(columns, indicator, own, sorted);
    const peers = peersOf(sorted, country);
    const scopes = [{ scope: COUNTRY, peers }];
    mayShow(own.counted, sorted.length).forEach((shown, d) => {
      const { of, numbers } = divisions[d]!;
      for (const [place, party] of parties(own, of, shown)) {
        const values = Float64Array.from(party.values).sort();
        scopes.push({ scope: numbers[place]!, peers: peersOf(values, d === 0 ? party : null) });
      }
    });
    const { values, sizes } = country;
    const funnel = overdispersion(units[indicator]!, values, sizes, peers.pooled!);
    yield { indicator, scopes, funnel, dots: sampleDots(values, sizes) };
  }
}

/** One indicator of all practices, side by side. */
type Own = { counted: Uint8Array; numerators: Int32Array; denominators: Int32Array };

const room = (practices: number): Own => ({
  counted: new Uint8Array(practices),
  numerators: new Int32Array(practices),
  denominators: new Int32Array(practices),
});

function takeIndicator({ practices, units, cells }: Columns, indicator: number, own: Own): void {
  for (let practice = 0; practice < practices; practice++) {
    const at = (practice * units.length + indicator) * CELL;
    own.numerators[practice] = cells[at]!;
    own.denominators[practice] = cells[at + 1]!;
    own.counted[practice] = cells[at + 1]! >= MIN_DENOMINATOR ? 1 : 0;
  }
}

function writeRanks({ practices, units, cells }: Columns, indicator: number, own: Own, sorted: Float64Array): void {
  for (let practice = 0; practice < practices; practice++) {
    if (!own.counted[practice]) continue;
    const value = own.numerators[practice]! / own.denominators[practice]!;
    cells[(practice * units.length + indicator) * CELL + 2] = below(sorted, value);
  }
}

/** How many of `sorted` are lower than `value`. */
function below(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Practices that are looked at together. */
type Party = { values: number[]; sizes: number[]; sum: number; numerators: number; denominators: number };

const emptyParty = (): Party => ({ values: [], sizes: [], sum: 0, numerators: 0, denominators: 0 });

function join(party: Party, { counted, numerators, denominators }: Own, practice: number): void {
  if (!counted[practice]) return;
  const value = numerators[practice]! / denominators[practice]!;
  party.values.push(value);
  party.sizes.push(denominators[practice]!);
  party.sum += value;
  party.numerators += numerators[practice]!;
  party.denominators += denominators[practice]!;
}

function parties(own: Own, of: Int32Array, shown: boolean[]): [place: number, party: Party][] {
  const found = shown.map((yes) => (yes ? emptyParty() : undefined));
  of.forEach((place, practice) => {
    const party = found[place];
    if (party) join(party, own, practice);
  });
  return found.flatMap((party, place): [number, Party][] => (party ? [[place, party]] : []));
}

function peersOf(sorted: Float64Array, sums: Party | null): Peers {
  const at = (p: number) => percentileCont(sorted, p);
  return {
    n: sorted.length,
    pooled: sums && sums.numerators / sums.denominators,
    mean: sums && sums.sum / sorted.length,
    ...{ p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) },
  };
}
