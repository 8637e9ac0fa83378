import path from "node:path";
import { program } from "./program.ts";

const CONFIG = path.resolve("scripts/checks/knip.config.ts");

/** What nobody uses: files, exports and packages. */
export function deadCode(root = "."): Promise<string[]> {
  return program("knip/bin/knip.js", ["--config", CONFIG, "--no-progress"], root);
}
