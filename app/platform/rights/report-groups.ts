import type { ReportGroups } from "#db/schema/practices.ts";

/** Whether a programme is open under these report groups. Deny by default: what is neither "all" nor a list opens nothing. */
export function opensGroup(groups: ReportGroups, programme: string): boolean {
  return groups === "all" || (Array.isArray(groups) && groups.includes(programme));
}

/** Report groups of several grants together: they add up. */
export function groupsTogether(all: ReportGroups[]): ReportGroups {
  if (all.includes("all")) return "all";
  return [...new Set(all.flatMap((groups) => (Array.isArray(groups) ? groups : [])))];
}

/** Whether these report groups open anything. */
export function opensAny(groups: ReportGroups): boolean {
  return groups === "all" || groups.length > 0;
}
