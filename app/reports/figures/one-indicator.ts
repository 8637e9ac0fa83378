import type { Unit } from "./funnel.ts";
import { percentileCont } from "./statistics.ts";
import { CELL } from "./cells.ts";
import { type Division, MIN_DENOMINATOR } from "./disclosure.ts";

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

/** One indicator of all practices, side by side; its arrays are used again for the next. */
export class OneIndicator {
  readonly counted: Uint8Array;
  total = 0;
  private readonly numerators: Int32Array;
  private readonly denominators: Int32Array;
  private readonly values: Float64Array;
  private readonly work: Float64Array;
  private readonly sizes: Float64Array;

  constructor(practices: number) {
    this.counted = new Uint8Array(practices);
    this.numerators = new Int32Array(practices);
    this.denominators = new Int32Array(practices);
    this.values = new Float64Array(practices);
    this.work = new Float64Array(practices);
    this.sizes = new Float64Array(practices);
  }

  take({ practices, units, cells }: Columns, indicator: number): void {
    this.total = 0;
    const { counted, numerators, denominators, values } = this;
    for (let practice = 0, at = indicator * CELL; practice < practices; practice++, at += units.length * CELL) {
      const [numerator, denominator] = [cells[at]!, cells[at + 1]!];
      counted[practice] = denominator >= MIN_DENOMINATOR ? 1 : 0;
      if (!counted[practice]) continue;
      numerators[practice] = numerator;
      denominators[practice] = denominator;
      values[practice] = numerator / denominator;
      this.total++;
    }
  }

  /** Peers among these practices; their values stay sorted in `work` until the next call. */
  peers(practices: Int32Array, withSums: boolean): Peers {
    const { counted, numerators, denominators, values, work } = this;
    let [n, sum, numerator, denominator] = [0, 0, 0, 0];
    for (const practice of practices) {
      if (!counted[practice]) continue;
      work[n++] = values[practice]!;
      sum += values[practice]!;
      numerator += numerators[practice]!;
      denominator += denominators[practice]!;
    }
    const sorted = work.subarray(0, n).sort();
    const at = (p: number) => percentileCont(sorted, p);
    return {
      n,
      pooled: withSums ? numerator / denominator : null,
      mean: withSums ? sum / n : null,
      ...{ p10: at(0.1), p25: at(0.25), p50: at(0.5), p75: at(0.75), p90: at(0.9) },
    };
  }

  /** Writes how many practices are lower into the cells of each; after `peers` of the whole country. */
  rank({ practices, units, cells }: Columns, indicator: number, n: number): void {
    const { counted, values, work } = this;
    for (let practice = 0; practice < practices; practice++) {
      if (!counted[practice]) continue;
      let [low, high] = [0, n];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (work[middle]! < values[practice]!) low = middle + 1;
        else high = middle;
      }
      cells[(practice * units.length + indicator) * CELL + 2] = low;
    }
  }

  /** Values and denominators of those that count. */
  shown(): { values: Float64Array; sizes: Float64Array } {
    let n = 0;
    this.counted.forEach((yes, practice) => {
      if (!yes) return;
      this.work[n] = this.values[practice]!;
      this.sizes[n++] = this.denominators[practice]!;
    });
    return { values: this.work.subarray(0, n), sizes: this.sizes.subarray(0, n) };
  }
}
