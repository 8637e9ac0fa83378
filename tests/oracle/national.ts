import type { Delivery, Practice, Row } from "#tests/deliveries.ts";
import { type Chance, seeded } from "../../scripts/seeded-random.ts";

export type Measured = { id: string; unit: "percent" | "per_1000" };

const between = (chance: Chance, low: number, high: number) => low + Math.floor(chance.uniform() * (high - low + 1));

/**
 * Invented practices of a whole country: care groups that mostly lie inside a region and some that hardly reach ten,
 * practices in no group, of no region or of unknown size, names given and withheld.
 */
export function nationalPractices(chance: Chance, count: number, alone: number): Practice[] {
  const groups = 18;
  return Array.from({ length: count }, (_, n) => {
    const group = Math.floor(groups * chance.uniform() ** 1.6);
    const grouped = n % Math.floor(count / alone) !== 5;
    const region = chance.uniform() < 0.04 ? between(chance, 0, 5) : Math.floor(group / 3);
    return {
      agb: String(1_000_000 + n * 17 + between(chance, 0, 16)).padStart(8, "0"),
      ...(grouped && { careGroup: `Zorggroep ${String.fromCharCode(65 + group)}` }),
      ...(chance.uniform() > 0.05 && { region: `Regio ${region + 1}` }),
      ...(chance.uniform() > 0.1 && { listSize: between(chance, 600, 6500) }),
      ...(chance.uniform() > 0.5 && { named: `Praktijk ${n + 1}` }),
      ...(n === 17 && { formerly: "09000001 09000002" }),
    };
  });
}

/** A random national quarter: every indicator, of programmes large, small and hardly there. */
export function nationalDelivery(seed: number, measured: Measured[], alone: number): Delivery {
  const chance = seeded(seed);
  const practices = nationalPractices(chance, 300, alone);
  const kinds = measured.map(({ unit }, at) => ({
    most: [2000, 400, 60, 25, 12][at % 5]!,
    // Everybody, nobody, and everything between.
    share: unit === "per_1000" ? 0.6 : at % 29 === 3 ? 1 : at % 29 === 4 ? 0 : chance.beta(3, 2),
    spread: [15, 80, 400][at % 3]!,
    weighed: at % 3 !== 1,
    kept: at % 37 === 9 ? 0.03 : 0.94,
  }));
  const rows: Row[] = [];
  for (const { agb } of practices) {
    for (const [at, { id, unit }] of measured.entries()) {
      const { most, share, spread, weighed, kept } = kinds[at]!;
      if (chance.uniform() > kept) continue;
      const denominator = chance.uniform() < 0.03 ? 0 : between(chance, 0, most);
      const own = share === 0 || share >= 1 ? share : chance.beta(share * spread, (1 - share) * spread);
      const drawn = chance.binomial(denominator, Math.min(1, own));
      const numerator = unit === "per_1000" ? Math.round(drawn * 1.4) : drawn;
      // Eighths add up without rounding, as control totals must.
      const expected = Math.round(denominator * Math.min(share, 1) * (0.8 + chance.uniform() * 0.4) * 8) / 8;
      const brought = weighed && chance.uniform() < 0.9;
      rows.push({ practice: agb, indicator: id, numerator, denominator, ...(brought && { expected }) });
    }
  }
  return { practices, rows };
}

/**
 * Twenty quarters of some practices that jump, drift, stand still, miss quarters, have nobody to count, or take up
 * another practice; the same for the same seed.
 */
export function courseDeliveries(seed: number, measured: Measured[], periods: string[]): Delivery[] {
  const chance = seeded(seed);
  const practices = nationalPractices(chance, 60, 6);
  const paths = practices.map((_, p) =>
    measured.map(() => {
      const [level, jump, drift] = [
        0.25 + chance.uniform() * 0.5,
        between(chance, 5, 18),
        (chance.uniform() - 0.5) / 40,
      ];
      const noise = [0, 0.01, 0.03, 0.08][p % 4]!;
      const size = p % 9 === 2 ? between(chance, 8, 22) : between(chance, 40, 1500);
      const height = (chance.uniform() - 0.5) / 3;
      return { level, jump, drift: p % 3 === 1 ? drift : 0, noise, size, height: p % 4 === 3 ? height : 0 };
    }),
  );
  return periods.map((period, q) => {
    const rows = practices.flatMap(({ agb }, p) =>
      measured.flatMap(({ id }, i): Row[] => {
        const { level, jump, drift, noise, size, height } = paths[p]![i]!;
        if (noise > 0 && chance.uniform() < 0.04) return [];
        const moved = level + drift * q + (q >= jump ? height : 0) + noise * chance.normal();
        const denominator = noise > 0 && chance.uniform() < 0.02 ? 0 : size;
        const numerator = Math.round(denominator * Math.min(1, Math.max(0, moved)));
        const expected = Math.round(denominator * level * 8) / 8;
        return [{ practice: agb, indicator: id, numerator, denominator, ...(i % 2 === 0 && { expected }) }];
      }),
    );
    const present = practices.map(({ formerly: _, ...one }, p) => ({
      ...one,
      ...(((p % 11 === 4 && q === 3) || (p % 11 === 7 && q === 9) || (p === 35 && q === 17)) && {
        formerly: `0900${String(p).padStart(4, "0")}`,
      }),
    }));
    const month = Number(period.slice(6)) * 3;
    const day = month === 6 || month === 9 ? 30 : 31;
    const measureDate = `${period.slice(0, 4)}-${String(month).padStart(2, "0")}-${day}`;
    return { period, measureDate, practices: present, rows };
  });
}
