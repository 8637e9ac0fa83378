import { program } from "./program.ts";

/** What the compiler refuses, and the rules of `oxlint.config.mjs`: one process, which reads every type once. */
export function lint(root = "."): Promise<string[]> {
  return program("oxlint/bin/oxlint", ["--config", "oxlint.config.mjs", "--format", "unix", "."], root);
}
