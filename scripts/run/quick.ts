import { lint } from "../checks/lint.ts";
import { changedFiles } from "./changed.ts";
import { reachedTests } from "./reached.ts";
import { shown } from "./shown.ts";

/** Test files that run in the time of types and lint. */
const MOST = 12;

/**
 * `npm test -- quick`, for before a commit: types and lint of everything, and the unit tests that are nearest to what
 * changed, at most `MOST` files. The rest of `npm test` still has to be run.
 */
export async function quick(): Promise<boolean> {
  const changed = changedFiles();
  const reached = reachedTests(changed);
  const nearest = reached.slice(0, MOST);
  console.log(`${changed.length} files changed; ${nearest.length} test files are run, nearest first`);
  const found = await Promise.all([
    said("types and lint", lint()),
    nearest.length === 0 || shown(["node_modules/vitest/vitest.mjs", "run", ...UNIT, ...nearest]),
  ]);
  console.log(
    `left for the whole run: ${reached.length - nearest.length} test files that reach it, and all other stages`,
  );
  return found.every(Boolean);
}

const UNIT = ["--project", "unit", "--reporter=dot", "--passWithNoTests"];

async function said(name: string, work: Promise<string[]>): Promise<boolean> {
  const faults = await work;
  console.log([`${faults.length === 0 ? "ok  " : "FAIL"} ${name}`, ...faults].join("\n  "));
  return faults.length === 0;
}
