import type { Comparison, DeliveryState, Fault } from "#db/schema/reports.ts";

export type Level = "L0" | "L1" | "L2" | "L3" | "L4" | "L5";
export type Outcome = "done" | "faults" | "held" | "not_done" | "nothing_to_compare";

const CODES: Record<Exclude<Level, "L5">, string[]> = {
  L0: ["missing", "bytes", "sha256", "not_json", "manifest_field"],
  L1: ["header", "line_too_long", "no_line_end", "encoding", "columns", "pattern", "looks_like_bsn"],
  L2: [
    ...["date_outside_period", "keep_until", "catalogue_version", "period_taken", "nothing_to_supersede"],
    ...["unknown_practice", "unknown_indicator", "other_period"],
  ],
  L3: ["out_of_range", "duplicate", "unsorted"],
  L4: ["rows", "control_total", "details_figure", "details_rows", "details_counted"],
};
const LEVELS = Object.keys(CODES) as Exclude<Level, "L5">[];

/** To which of the six levels of checking a fault belongs. */
export const levelOf = (code: string): Level => LEVELS.find((level) => CODES[level].includes(code)) ?? "L1";

/**
 * What each level of checking found. Reading stops where going on would tell nothing: a faulty manifest or list of
 * practices leaves the rows unread, and only a sound delivery is compared.
 */
export function levelsOf(
  state: DeliveryState,
  faults: Fault[],
  comparison: Comparison | null,
): { level: Level; outcome: Outcome; count: number }[] {
  const read = comparison !== null;
  const stopped = faults.some(({ file }) => file === "manifest.json" || file === "practices.csv");
  const rows = LEVELS.map((level) => {
    const count = faults.filter(({ code }) => levelOf(code) === level).length;
    const seen = read || (faults.length > 0 && (!stopped || level === "L0"));
    return {
      level,
      count,
      outcome: count > 0 ? ("faults" as const) : seen ? ("done" as const) : ("not_done" as const),
    };
  });
  const found = comparison?.findings.length ?? 0;
  const last = !comparison
    ? "not_done"
    : comparison.before === null
      ? "nothing_to_compare"
      : found > 0
        ? "held"
        : "done";
  return [...rows, { level: "L5", outcome: state === "checking" ? "not_done" : last, count: found }];
}
