import { readFileSync } from "node:fs";
import { z } from "zod";
import { indicators } from "#app/reports/definitions/catalogue.ts";
import { type Chance, seeded } from "./seeded-random.ts";

const number = z.number();
const denominator = z.union([
  z.strictObject({ list: number }),
  z.strictObject({ of: z.string(), part: number.optional() }),
]);
const model = z
  .object({
    list: z.object({ median: number, sigma: number, min: number, max: number }),
    time: z.object({ persistence: number, noise: number, driftMean: number, driftSd: number }),
    quality: z.object({ loading: number, kinds: z.array(z.string()) }),
    missing: number,
    indicators: z.record(z.string(), z.object({ mean: number, sd: number, denominator })),
  })
  .parse(JSON.parse(readFileSync(new URL("data/demo-model.json", import.meta.url), "utf8")));

/** `expected` is what the patients of this practice would lead one to expect, where it is worked out; else null. */
export type Figure = { indicator: string; numerator: number; denominator: number; expected: number | null };
type Entry = { id: string; mean: number | null; denominator: z.infer<typeof denominator>; logits: Float64Array };

/** Invented figures of `practices` practices; quarter by quarter, the same for the same seed. */
export function inventFigures(practices: number, seed: number) {
  const chance = seeded(seed);
  const { median, sigma, min, max } = model.list;
  const clip = (size: number) => Math.min(max, Math.max(min, size));
  const sizes = Float64Array.from({ length: practices }, () => clip(median * Math.exp(sigma * chance.normal())));
  const quality = Float64Array.from({ length: practices }, () => chance.normal());
  const entries = indicators.map(({ id, kind, unit }): Entry => {
    const known = model.indicators[id];
    if (!known) throw new Error(`demo-model.json has no ${id}`);
    const loading = model.quality.kinds.includes(kind) ? model.quality.loading : 0;
    const scale = unit === "per_1000" ? 1000 : 100;
    const values = correlatedBeta(chance, known.mean / scale, known.sd / scale, quality, loading);
    const mean = kind === "outcome" ? known.mean / scale : null;
    return { id, mean, denominator: known.denominator, logits: values.map((p) => Math.log(p / (1 - p))) };
  });
  const cells = practices * entries.length;
  const { persistence, noise, driftMean, driftSd } = model.time;
  const drift = Float64Array.from({ length: cells }, () => driftMean + driftSd * chance.normal());
  // Patients that are older or iller than those of others; from a seed of its own, so that the figures stay what they were.
  const mix = seeded(seed + 1);
  const weights = Float64Array.from({ length: practices }, () => Math.exp(0.06 * mix.normal()));
  const start = noise / Math.sqrt(1 - persistence ** 2);
  const shock = Float64Array.from({ length: cells }, () => start * chance.normal());
  let quarter = -1;

  return {
    /** Listed patients of a practice now. */
    listSize: (practice: number) => Math.round(sizes[practice]!),
    /** Goes on to the next quarter. */
    next(): void {
      quarter++;
      for (let p = 0; p < practices; p++) sizes[p] = clip(sizes[p]! * (1.002 + 0.008 * chance.normal()));
      if (quarter > 0) shock.forEach((u, cell) => (shock[cell] = persistence * u + noise * chance.normal()));
    },
    /** True when the practice delivers nothing this quarter. */
    isMissing: () => chance.uniform() < model.missing,
    /** The figures of one practice in this quarter, in the order of the catalogue. */
    figures(practice: number): Figure[] {
      const numerators = new Map<string, number>();
      return entries.map((entry, number) => {
        const cell = number * practices + practice;
        const denominator = Math.max(0, Math.round(base(entry, sizes[practice]!, numerators)));
        const logit = entry.logits[practice]! + drift[cell]! * quarter + shock[cell]!;
        const numerator = chance.binomial(denominator, 1 / (1 + Math.exp(-logit)));
        numerators.set(entry.id, numerator);
        const hoped = entry.mean === null ? null : Math.min(1, entry.mean * weights[practice]!) * denominator;
        const expected = hoped === null ? null : Math.round(hoped * 1000) / 1000;
        return { indicator: entry.id, numerator, denominator, expected };
      });
    },
  };
}

function base({ id, denominator }: Entry, size: number, numerators: Map<string, number>): number {
  if ("list" in denominator) return denominator.list * size;
  const counted = numerators.get(denominator.of);
  if (counted === undefined) throw new Error(`demo-model.json: ${id} leans on ${denominator.of}, which comes later`);
  return (denominator.part ?? 1) * counted;
}

/**
 * Beta values with this mean and spread, handed out by rank so that they go along with `quality`: each indicator keeps its
 * own distribution, and a practice that records well does so throughout.
 */
function correlatedBeta(chance: Chance, mean: number, sd: number, quality: Float64Array, loading: number) {
  const k = (mean * (1 - mean)) / sd ** 2 - 1;
  const values = Float64Array.from(quality, () => {
    return Math.min(0.999, Math.max(0.0005, chance.beta(mean * k, (1 - mean) * k)));
  }).sort();
  const own = Math.sqrt(1 - loading ** 2);
  const scores = Float64Array.from(quality, (z) => loading * z + own * chance.normal());
  const order = Array.from(scores.keys()).sort((a, b) => scores[a]! - scores[b]!);
  const result = new Float64Array(quality.length);
  order.forEach((practice, rank) => (result[practice] = values[rank]!));
  return result;
}
