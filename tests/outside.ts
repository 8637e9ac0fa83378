import { spawnSync } from "node:child_process";
import { test } from "vitest";

type Program = "pdfsig" | "pdfinfo" | "pdftotext" | "qpdf" | "sqlite3";

/** True when an outside program is installed. */
export function has(program: Program): boolean {
  return spawnSync(program, ["--version"]).error === undefined;
}

/**
 * `test` for what is proven by an outside program. Where that is missing the test is left out and its title says why, so
 * that the count of passed tests never hides it.
 */
export function testWith(program: Program, title: string, run: () => Promise<void> | void): void {
  if (has(program)) test(title, run);
  else test.skip(`${title} [left out: ${program} is not installed]`, run);
}
