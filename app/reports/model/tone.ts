import type { Verdict } from "#app/reports/figures/verdict.ts";

/** Colour that goes with the words of a verdict. */
export function toneOf(verdict: Verdict): "positive" | "warning" | "neutral" {
  return verdict === "better" ? "positive" : verdict === "worse" ? "warning" : "neutral";
}
