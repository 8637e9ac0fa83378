import type { Fault } from "#db/schema/reports.ts";

/** Enough to mend a delivery by; a file that is wrong throughout would name every line. */
const MOST_FAULTS = 100;

/** Collects faults of one file up to a limit. */
export type FaultList = {
  add(line: number | undefined, code: string, column?: string, detail?: string): void;
  /** True when there is no room: reading on would tell nothing new. */
  full(): boolean;
  faults: Fault[];
};

/** An empty list for `file`. Details show what the delivery says, cut short. */
export function faultList(file: string): FaultList {
  const faults: Fault[] = [];
  return {
    faults,
    full: () => faults.length >= MOST_FAULTS,
    add(line, code, column, detail) {
      if (faults.length < MOST_FAULTS) faults.push({ file, line, column, code, detail: detail?.slice(0, 60) });
    },
  };
}
