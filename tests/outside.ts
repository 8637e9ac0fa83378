import { spawnSync } from "node:child_process";
import { test } from "vitest";

type Program = "openssl" | "pdfsig" | "pdftotext" | "qpdf" | "sqlite3" | "xmlsec1";

/**
 * `test` for what is proven by an outside program: `testWith("qpdf")(title, …)`. Where the program is missing the test is
 * left out and its title says so; `npm test` lists such titles, so that a count of passed tests never hides one.
 */
export function testWith(program: Program): (title: string, run: () => Promise<void> | void) => void {
  const there = spawnSync(program, ["--version"]).error === undefined;
  return (title, run) => (there ? test(title, run) : test.skip(`${title} [${program} is not installed]`, run));
}
