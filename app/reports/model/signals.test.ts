import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { FEWEST_POINTS, limitsOf, signalsOf } from "./signals.ts";

/** Vector of the reference code of Making Data Count (NHSRplotthedots). */
const VECTOR = [
  61.2, 60.4, 62.0, 61.1, 63.3, 62.5, 61.9, 64.0, 62.2, 63.0, 62.1, 61.5, 66.9, 67.2, 66.5, 67.8, 68.1, 67.0, 68.4,
  67.7,
];
const level = (length: number, from = 50) => Array.from({ length }, (_, n) => from + (n % 2));

describe("E6: signals in the course of a practice", () => {
  it("E6 E15: limits equal the published vector, one wide range left out", () => {
    const { mean, lower, upper } = limitsOf(VECTOR);
    expect([mean, lower, upper].map((value) => value.toFixed(3))).toEqual(["64.240", "61.447", "67.033"]);
  });

  it("E6: each of the four rules of Making Data Count is found, with its quarters and its side", () => {
    const outlier = [...level(14), 60];
    expect(signalsOf(outlier, false)).toContainEqual({ rule: "outside", from: 14, to: 14, up: true });
    const rising = [...level(10), 50.2, 50.4, 50.6, 50.8, 51, 51.2, 51.4];
    expect(signalsOf(rising, false)).toContainEqual({ rule: "trend", from: 10, to: 16, up: true });
    const side = [...level(14, 50), ...level(7, 47)];
    expect(signalsOf(side, false)).toContainEqual({ rule: "side", from: 14, to: 20, up: false });
    const near = [50, 52, 50, 52, 50, 52, 50, 52, 50, 52, 50, 52, 50, 52, 56.5, 53, 56.5, 50];
    expect(signalsOf(near, false)).toContainEqual({ rule: "near", from: 14, to: 16, up: true });
  });

  it("E6 E5: under 13 points nothing is said, and overlapping windows are asked for outliers and sides alone", () => {
    expect(signalsOf([...level(FEWEST_POINTS - 2), 90], false)).toEqual([]);
    const rising = [...level(10), 50.2, 50.4, 50.6, 50.8, 51, 51.2, 51.4];
    expect(signalsOf(rising, true).map((signal) => signal.rule)).not.toContain("trend");
  });

  it("E6 E15: a course that never moves gives no signal, whatever fraction it stands at", () => {
    const said = Array.from({ length: 60 }, (_, d) => d + 1).flatMap((denominator) =>
      Array.from({ length: denominator + 1 }, (_, numerator) => numerator / denominator).filter((value) =>
        [13, 16, 20].some((length) => signalsOf(new Array<number>(length).fill(value), false).length > 0),
      ),
    );
    expect(said).toEqual([]);
  });

  it("E6 E15: what lies on the mean lies on no side of it", () => {
    const values = [0.4, 0.8, 0.4, 0.8, 0.4, 0.8, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6, 0.6];
    expect(signalsOf(values, true)).toEqual([]);
  });

  it("E6: turned upside down, every signal turns with it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 13, maxLength: 24 }), (values) => {
        const turned = signalsOf(
          values.map((value) => -value),
          false,
        );
        expect(turned).toEqual(signalsOf(values, false).map((signal) => ({ ...signal, up: !signal.up })));
      }),
    );
  });
});
