import { createHash } from "node:crypto";
import { indicators } from "#app/reports/definitions/catalogue.ts";
import { latestKeepUntil } from "#app/reports/format/keep-until.ts";
import { type Chance, seeded } from "./seeded-random.ts";

type Figure = { indicator: string; numerator: number; denominator: number };
type Range = readonly [from: number, to: number];

/** The values of those in the numerator, and of the others where they have one. */
const VALUES: Record<string, { in: Range; out?: Range; decimals?: number }> = {
  "DM-101": { in: [42, 88] },
  "DM-102": { in: [112, 168] },
  "DM-103": { in: [1.3, 4.4], decimals: 1 },
  "DM-104": { in: [34, 105] },
  "DM-105": { in: [0.3, 24], decimals: 1 },
  "DM-107": { in: [21, 39], decimals: 1 },
  "DM-201": { in: [38, 53], out: [54, 97] },
  "DM-202": { in: [38, 53], out: [54, 97] },
  "DM-203": { in: [65, 98], out: [40, 64] },
  "DM-204": { in: [110, 140], out: [141, 178] },
  "DM-205": { in: [1.1, 2.5], out: [2.6, 4.8], decimals: 1 },
  "DM-206": { in: [1.1, 2.5], out: [2.6, 4.8], decimals: 1 },
  "DM-208": { in: [24, 59], out: [60, 108] },
  "DM-209": { in: [3.1, 38], out: [0.3, 2.9], decimals: 1 },
  "HVZ-101": { in: [108, 165] },
  "HVZ-102": { in: [1.1, 4.2], decimals: 1 },
  "HVZ-104": { in: [34, 102] },
  "HVZ-105": { in: [4.4, 9.8], decimals: 1 },
  "HVZ-106": { in: [20, 38], decimals: 1 },
  "HVZ-201": { in: [108, 140], out: [141, 176] },
  "HVZ-202": { in: [1.1, 2.5], out: [2.6, 4.6], decimals: 1 },
  "HVZ-203": { in: [0.9, 1.8], out: [1.9, 4.4], decimals: 1 },
  "COPD-103": { in: [0.3, 3.9], decimals: 1 },
  "COPD-105": { in: [18, 36], decimals: 1 },
  "COPD-107": { in: [0, 4] },
  "COPD-203": { in: [2, 5], out: [0, 1] },
  "AST-102": { in: [0.2, 2.6], decimals: 1 },
  "AST-104": { in: [0, 3] },
  "AST-201": { in: [0.1, 0.7], out: [0.8, 3.1], decimals: 1 },
  "POLY-101": { in: [5, 14], out: [5, 14] },
};

const PROGRAMMES = new Set(["dm2", "cvd", "copd", "asthma", "polypharmacy"]);
const DAY_MS = 86_400_000;

/** Rows of `details.csv` for the figures of one practice: invented people with numbers that say so. */
export function inventPatients(agb: string, figures: Figure[], measureDate: string, seed: number): string[] {
  const chance = seeded(seed + Number(agb));
  const known = new Map(indicators.map((one) => [one.id, one]));
  return figures.flatMap(({ indicator, numerator, denominator }) => {
    const { programme, kind, windowMonths } = known.get(indicator)!;
    if (!PROGRAMMES.has(programme) || kind === "population" || numerator > denominator) return [];
    const people = peopleOf(agb, programme, denominator);
    const counted = someOf(chance, denominator, numerator);
    return people
      .map((person, n) => {
        const facts = counted[n] ? "in" : kind === "outcome" || VALUES[indicator]?.out ? "out" : "none";
        const row = [person.pseudonym, person.number, person.birthYear, counted[n] ? 1 : 0];
        return [agb, indicator, ...row, ...measurement(chance, indicator, facts, measureDate, windowMonths)].join(";");
      })
      .sort();
  });
}

/** What the manifest says: kept as long as it may be. */
export const keepInvented = (period: string) => latestKeepUntil(period);

/** The same people in every indicator of a programme. */
function peopleOf(agb: string, programme: string, count: number) {
  return Array.from({ length: count }, (_, n) => {
    const hash = createHash("sha256").update(`${agb} ${programme} ${n}`).digest();
    return {
      pseudonym: `demo-${hash.toString("hex", 0, 8)}`,
      number: `DEMO-${1000 + ((n * 37 + programme.length * 811) % 9000)}`,
      birthYear: 1936 + (hash[10]! % (programme === "asthma" ? 68 : 48)),
    };
  });
}

/** Which of so many are among the chosen ones. */
function someOf(chance: Chance, all: number, chosen: number): boolean[] {
  let left = chosen;
  return Array.from({ length: all }, (_, n) => {
    const hit = chance.uniform() * (all - n) < left;
    if (hit) left--;
    return hit;
  });
}

function measurement(chance: Chance, id: string, facts: "in" | "out" | "none", measureDate: string, months: number) {
  const window = Math.max(1, months) * 30;
  const known = VALUES[id];
  const range = facts === "none" ? undefined : known?.[facts];
  const value = range ? (range[0] + chance.uniform() * (range[1] - range[0])).toFixed(known?.decimals ?? 0) : "";
  // Who was left out was seen longer ago, or never.
  const days = facts === "none" ? window + chance.uniform() * 500 : chance.uniform() * window;
  if (facts === "none" && chance.uniform() < 0.3) return [value, ""];
  return [value, new Date(Date.parse(measureDate) - days * DAY_MS).toISOString().slice(0, 10)];
}
