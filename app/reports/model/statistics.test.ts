import { describe, expect, it } from "vitest";
import { byar, percentileCont, percentRank, wilson } from "#app/reports/figures/statistics.ts";

describe("I-14 statistics agree with published vectors", () => {
  it.each([
    [0, 10, 0, 0.277533],
    [1, 10, 0.017876, 0.40415],
    [5, 10, 0.236593, 0.763407],
    [108, 151, 0.638608, 0.781177],
  ])("I-14 Wilson interval of %i in %i", (numerator, denominator, low, high) => {
    const interval = wilson(numerator, denominator);
    expect(interval.low).toBeCloseTo(low, 6);
    expect(interval.high).toBeCloseTo(high, 6);
  });

  it("I-14 a Wilson interval stays within 0 and 1, and says nothing when nobody was counted", () => {
    expect(wilson(10, 10).high).toBe(1);
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it("E15 E3: a practice with everybody in is never below a median of all, whatever its size", () => {
    const high = Array.from({ length: 3000 }, (_, n) => wilson(n + 1, n + 1).high);
    expect(high.filter((limit) => limit !== 1)).toEqual([]);
    const low = Array.from({ length: 3000 }, (_, n) => wilson(0, n + 1).low);
    expect(low.filter((limit) => limit !== 0)).toEqual([]);
  });

  it("E15: Byar's limits equal its published formula, and the exact Poisson limits within a hundredth", () => {
    const z = 1.959964;
    const lower = (x: number) => x * (1 - 1 / (9 * x) - z / (3 * Math.sqrt(x))) ** 3;
    const upper = (x: number) => (x + 1) * (1 - 1 / (9 * (x + 1)) + z / (3 * Math.sqrt(x + 1))) ** 3;
    // Exact limits of 25 and 100 events: 16.1787 to 36.9049, and 81.3639 to 121.6272.
    for (const [count, low, high] of [
      [25, 16.1787, 36.9049],
      [100, 81.3639, 121.6272],
    ] as const) {
      expect(byar(count, 1)).toEqual({ low: lower(count), high: upper(count) });
      expect(Math.abs(byar(count, 1).low / low - 1)).toBeLessThan(0.01);
      expect(Math.abs(byar(count, 1).high / high - 1)).toBeLessThan(0.01);
    }
    expect(byar(3, 0)).toEqual({ low: 0, high: Infinity });
  });

  it("I-14 Byar's limits of a rate lie close to the exact Poisson limits", () => {
    // Exact limits of 10 events: 4.7954 and 18.3904.
    expect(byar(10, 1).low).toBeCloseTo(4.79, 1);
    expect(byar(10, 1).high).toBeCloseTo(18.39, 1);
    expect(byar(10, 100).low).toBeCloseTo(byar(10, 1).low / 100, 12);
    expect(byar(0, 1).low).toBe(0);
  });

  it("I-14 percentiles are drawn between two values as PERCENTILE_CONT does", () => {
    const sorted = Float64Array.of(1, 2, 3, 4);
    expect(percentileCont(sorted, 0.5)).toBe(2.5);
    expect(percentileCont(sorted, 0.25)).toBe(1.75);
    expect(percentileCont(sorted, 0)).toBe(1);
    expect(percentileCont(sorted, 1)).toBe(4);
    expect(percentileCont([7], 0.9)).toBe(7);
  });

  it("I-14 the percentile rank is (rank - 1) / (N - 1), equal values sharing the lowest", () => {
    const sorted = [1, 2, 2, 2, 5];
    expect(sorted.map((value) => percentRank(sorted, value))).toEqual([0, 0.25, 0.25, 0.25, 1]);
    expect(percentRank([3], 3)).toBe(0);
  });
});
