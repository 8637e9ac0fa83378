import { existsSync, readFileSync } from "node:fs";

/** Where Linux keeps what a process used. */
const OWN = "/proc/self/stat";
const TICKS_PER_SECOND = 100;

/** CPU seconds of this process and of all that it started and waited for, theirs included; null on other systems. */
export function cpuSeconds(): number | null {
  if (!existsSync(OWN)) return null;
  // The name of the program stands in brackets and may hold blanks; after it comes field 3 (proc(5)).
  const fields = readFileSync(OWN, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  const [own, system, children, theirs] = fields.slice(11, 15).map(Number);
  return ((own ?? 0) + (system ?? 0) + (children ?? 0) + (theirs ?? 0)) / TICKS_PER_SECOND;
}
