import { describe, expect, it } from "vitest";
import { changeOf, differenceInterval } from "#app/reports/figures/change.ts";

const higher = { unit: "percent", direction: "higher" } as const;
const figure = (numerator: number, denominator = 100) => ({ numerator, denominator });

describe("E6: change in a year", () => {
  it("E6 E15: the interval of a difference equals Newcombe's published example (56/70 and 48/80: 0.0524 to 0.3339)", () => {
    const { difference, low, high } = differenceInterval(higher, figure(56, 70), figure(48, 80));
    expect([difference, low, high].map((value) => value.toFixed(4))).toEqual(["0.2000", "0.0524", "0.3339"]);
  });

  it("E6: better or worse only when the interval agrees, by the direction of the indicator", () => {
    expect(changeOf(higher, figure(80), figure(50))).toBe("improved");
    expect(changeOf(higher, figure(50), figure(80))).toBe("worsened");
    expect(changeOf({ ...higher, direction: "lower" }, figure(50), figure(80))).toBe("improved");
    expect(changeOf({ ...higher, direction: "neutral" }, figure(80), figure(50))).toBe("risen");
    expect(changeOf(higher, figure(55), figure(50))).toBe("same");
  });

  it("E5: with fewer than 20 counted in either year nothing is said", () => {
    expect(changeOf(higher, figure(19, 19), figure(0, 100))).toBeNull();
    expect(changeOf(higher, figure(100), undefined)).toBeNull();
  });
});
