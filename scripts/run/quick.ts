import { lint } from "../checks/lint.ts";
import { changedFiles } from "./changed.ts";
import { shown } from "./shown.ts";

const IN_UNIT = /^(?:app|db|scripts|tests)\/.*\.(?:tsx?|json|sql)$/;

/**
 * `npm test -- quick`, for before a commit: types and lint of everything, and the unit tests that what changed can
 * reach. The rest of `npm test` still has to be run.
 */
export async function quick(): Promise<boolean> {
  const changed = changedFiles();
  const reached = changed.filter((file) => IN_UNIT.test(file));
  console.log(`${changed.length} files changed`);
  const found = await Promise.all([
    said("types and lint", lint()),
    reached.length === 0 || shown(["node_modules/vitest/vitest.mjs", "related", "--run", ...UNIT, ...reached]),
  ]);
  return found.every(Boolean);
}

const UNIT = ["--project", "unit", "--reporter=dot", "--passWithNoTests"];

async function said(name: string, work: Promise<string[]>): Promise<boolean> {
  const faults = await work;
  console.log([`${faults.length === 0 ? "ok  " : "FAIL"} ${name}`, ...faults].join("\n  "));
  return faults.length === 0;
}
