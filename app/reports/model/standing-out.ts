import type { Row } from "./rows.ts";

/** So many of each kind fit in one minute. */
const MOST = 4;

/** What stands out, each with how many there are in all and the ones furthest off. */
export type StandingOut = Record<"worse" | "better" | "changed", { count: number; rows: Row[] }>;

/**
 * What a practice should see first: less good, better, and changed in a year; only where the uncertainty agrees, which
 * verdict and change see to. The furthest off comes first, in widths of the middle half of the practices.
 */
export function standingOut(rows: Row[]): StandingOut {
  const kind = (is: (row: Row) => boolean, by: "distance" | "moved") => {
    const found = rows.filter(is).toSorted((a, b) => b[by] - a[by]);
    return { count: found.length, rows: found.slice(0, MOST) };
  };
  return {
    worse: kind((row) => row.verdict === "worse", "distance"),
    better: kind((row) => row.verdict === "better", "distance"),
    changed: kind((row) => row.change !== null && row.change !== "same", "moved"),
  };
}
