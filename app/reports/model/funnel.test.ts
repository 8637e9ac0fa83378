import { describe, expect, it } from "vitest";
import { FUNNEL_Z, funnelLimits, overdispersion } from "#app/reports/figures/funnel.ts";

const numbers = (count: number, make: (n: number) => number) => Float64Array.from({ length: count }, (_, n) => make(n));

describe("E3: funnel with overdispersion", () => {
  it("E3 E15: without extra spread the limits equal the published arcsine vector", () => {
    const { low, high } = funnelLimits("percent", { target: 0.655, tau2: 0 }, 151, FUNNEL_Z.near);
    expect([low.toFixed(5), high.toFixed(5)]).toEqual(["0.57753", "0.72853"]);
  });

  it("E3 E15: extra spread equals the published steps (arcsine, winsorised at P10 and P90, additive) worked out by hand", () => {
    const given: [numerator: number, denominator: number][] = [
      ...[
        [5, 50],
        [30, 60],
        [45, 90],
        [80, 100],
        [20, 80],
      ],
      ...[
        [66, 120],
        [10, 40],
        [70, 70],
        [33, 110],
        [52, 65],
      ],
    ] as [number, number][];
    const target = given.reduce((sum, [r]) => sum + r, 0) / given.reduce((sum, [, n]) => sum + n, 0);
    const scores = given
      .map(([r, n]) => (Math.asin(Math.sqrt(r / n)) - Math.asin(Math.sqrt(target))) / (1 / (2 * Math.sqrt(n))))
      .sort((a, b) => a - b);
    // Ten practices: P10 lies nine tenths of the way from the first to the second, P90 a tenth past the ninth.
    const low = 0.1 * scores[0]! + 0.9 * scores[1]!;
    const high = 0.9 * scores[8]! + 0.1 * scores[9]!;
    const winsorised = [low, ...scores.slice(1, 9), high];
    const phi = winsorised.reduce((sum, z) => sum + z * z, 0) / 10;
    const weights = given.map(([, n]) => 4 * n);
    const sum = weights.reduce((a, b) => a + b, 0);
    const squares = weights.reduce((a, b) => a + b * b, 0);
    const { tau2 } = overdispersion(
      "percent",
      given.map(([r, n]) => r / n),
      given.map(([, n]) => n),
      target,
    );
    expect(tau2).toBeCloseTo((10 * phi - 9) / (sum - squares / sum), 12);
    expect(tau2).toBeGreaterThan(0.01);
  });

  it("E3: practices that differ by chance alone give no extra spread, practices that differ more do", () => {
    const sizes = numbers(40, () => 100);
    const same = overdispersion(
      "percent",
      numbers(40, () => 0.5),
      sizes,
      0.5,
    );
    expect(same.tau2).toBe(0);
    const spread = overdispersion(
      "percent",
      numbers(40, (n) => (n % 2 ? 0.3 : 0.7)),
      sizes,
      0.5,
    );
    expect(spread.tau2).toBeGreaterThan(0.01);
    const narrow = funnelLimits("percent", same, 100, FUNNEL_Z.near);
    const wide = funnelLimits("percent", spread, 100, FUNNEL_Z.near);
    expect(wide.high - wide.low).toBeGreaterThan(narrow.high - narrow.low);
  });

  it("E3: limits stay between nothing and all, the outer outside the inner, and narrow as more are counted", () => {
    for (const unit of ["percent", "per_1000"] as const) {
      let last = Infinity;
      for (const size of [1, 5, 20, 100, 1000]) {
        const near = funnelLimits(unit, { target: 0.9, tau2: 0.001 }, size, FUNNEL_Z.near);
        const far = funnelLimits(unit, { target: 0.9, tau2: 0.001 }, size, FUNNEL_Z.far);
        expect(far.low).toBeLessThanOrEqual(near.low);
        expect(far.high).toBeGreaterThanOrEqual(near.high);
        expect(near.low).toBeGreaterThanOrEqual(0);
        if (unit === "percent") expect(far.high).toBeLessThanOrEqual(1);
        expect(near.high - near.low).toBeLessThanOrEqual(last);
        last = near.high - near.low;
      }
    }
  });
});
