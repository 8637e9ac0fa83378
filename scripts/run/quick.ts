import { program } from "../checks/program.ts";
import { changedFiles } from "./changed.ts";
import { shown } from "./shown.ts";

const CODE = /\.(?:ts|tsx|mjs|js)$/;
const IN_UNIT = /^(?:app|db|scripts|tests)\/.*\.(?:tsx?|json|sql)$/;

/**
 * `npm test -- quick`, for before a commit: types of everything, lint of what changed, and the unit tests that what
 * changed can reach. The rest of `npm test` still has to be run.
 */
export async function quick(): Promise<boolean> {
  const changed = changedFiles();
  const code = changed.filter((file) => CODE.test(file) && !file.startsWith("db/migrations/"));
  const reached = changed.filter((file) => IN_UNIT.test(file));
  console.log(`${changed.length} files changed`);
  const found = await Promise.all([
    said("types", program("typescript/bin/tsc", ["--noEmit", "--incremental", "--tsBuildInfoFile", TYPES])),
    said("lint", code.length === 0 ? [] : program("eslint/bin/eslint.js", [...LINT, ...code])),
    reached.length === 0 || shown(["node_modules/vitest/vitest.mjs", "related", "--run", ...UNIT, ...reached]),
  ]);
  return found.every(Boolean);
}

/** Where the compiler keeps what it found; it reads again only what hangs on what changed. */
export const TYPES = ".cache/types.tsbuildinfo";
const LINT = ["--max-warnings", "0", "--no-warn-ignored"];
const UNIT = ["--project", "unit", "--reporter=dot", "--passWithNoTests"];

async function said(name: string, work: string[] | Promise<string[]>): Promise<boolean> {
  const faults = await work;
  console.log([`${faults.length === 0 ? "ok  " : "FAIL"} ${name}`, ...faults].join("\n  "));
  return faults.length === 0;
}
