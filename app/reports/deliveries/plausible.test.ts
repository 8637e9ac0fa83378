import { describe, expect, it } from "vitest";
import type { ReleaseSummary } from "../figures/release-summary.ts";
import { compare } from "./plausible.ts";

/** A release of so many practices with 1,000 people each and two indicators, changed where a test says so. */
function release(given: Partial<ReleaseSummary> = {}, practices = 1000): ReleaseSummary {
  const denominators = new Map(Array.from({ length: practices }, (_, nth) => [1_000_000 + nth, 1000]));
  const indicators = new Map([
    ["one", { mean: 0.5, zero: 0.1, practices }],
    ["other", { mean: 0.002, zero: 0, practices }],
  ]);
  const totals = { practices, numerator: practices * 500, denominator: practices * 1000 };
  return { period: "2026-Q1", deliveryId: "first", totals, denominators, indicators, ...given };
}
const without = (nth: number) => ({ denominators: new Map([...release().denominators].slice(nth)) });
const moved = (nth: number, by: number) => ({
  denominators: new Map([...release().denominators].map(([agb, n], at) => [agb, at < nth ? Math.round(n * by) : n])),
});
const one = (change: object) => ({
  indicators: new Map(
    [...release().indicators].map(([id, kept]) => [id, id === "one" ? { ...kept, ...change } : kept]),
  ),
});
const totals = (change: object) => ({ totals: { ...release().totals, ...change } });

/** What is found of a delivery that differs so from the one before. */
const found = (change: Partial<ReleaseSummary>, before = release()) =>
  compare(release(change), before, new Map()).findings.map(({ code, subject }) => `${code} ${subject}`);

// Each bound from both sides: what lies on it passes, the next one is shown to a data manager.
const BOUNDS: [what: string, passes: Partial<ReleaseSummary>, shown: Partial<ReleaseSummary>, as: string][] = [
  ["a national mean may move by 5 points", one({ mean: 0.55 }), one({ mean: 0.5501 }), "mean one"],
  ["and by 5 points down", one({ mean: 0.45 }), one({ mean: 0.4499 }), "mean one"],
  ["2 % of the practices may be missing", without(20), without(21), "missing 21"],
  ["5 % of the practices may have moved", moved(50, 1.5), moved(51, 1.5), "denominators 51"],
  ["a practice that moved by 30 % has not moved", moved(60, 1.3), moved(60, 1.31), "denominators 60"],
  ["and by 30 % down", moved(60, 0.7), moved(60, 0.69), "denominators 60"],
  ["practices with numerator 0 may grow by 20 points", one({ zero: 0.3 }), one({ zero: 0.3001 }), "zeroes one"],
  [
    "sums may grow by 20 % per practice",
    totals({ numerator: 600_000 }),
    totals({ numerator: 600_001 }),
    "totals numerator",
  ],
  ["and shrink by 20 %", totals({ denominator: 800_000 }), totals({ denominator: 799_999 }), "totals denominator"],
];

describe("I-14: what is let through without a decision, and what is not", () => {
  it.each(BOUNDS)("I-14: %s", (_, passes, shown, as) => {
    expect(found(passes)).toEqual([]);
    expect(found(shown)).toEqual([as]);
  });

  it("I-14: practices under a hundred people move by chance, and of fewer than ten no share of zeroes is judged", () => {
    const small = release({ denominators: new Map([...release().denominators].map(([agb]) => [agb, 99])) });
    const doubled = { denominators: new Map([...small.denominators].map(([agb, n]) => [agb, 2 * n])) };
    expect(found(doubled, small)).toEqual([]);
    const few = release({ indicators: new Map([["one", { mean: 0.5, zero: 0, practices: 9 }]]) });
    expect(found({ indicators: new Map([["one", { mean: 0.5, zero: 1, practices: 9 }]]) }, few)).toEqual([]);
  });

  it("I-14: of a handful of practices three may have moved", () => {
    const few = { denominators: new Map([...release().denominators].slice(0, 20)) };
    const changed = (nth: number) => ({
      denominators: new Map([...few.denominators].map(([agb, n], at) => [agb, at < nth ? 2 * n : n])),
    });
    expect(found(changed(3), release(few))).toEqual([]);
    expect(found(changed(4), release(few))).toEqual(["denominators 4"]);
  });
});
