import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fingerprint } from "./fingerprint.ts";
import { shown } from "./shown.ts";

const STAMP = "build/.sources";
const state = () => fingerprint(["app", "db", "package-lock.json", "remix.config.js", "vite.config.ts"]);

/** Makes the production build. @returns whether it succeeded */
export async function build(): Promise<boolean> {
  const sources = state();
  const well = await shown(["node_modules/@remix-run/dev/dist/cli.js", "vite:build", "--logLevel", "warn"]);
  if (well) writeFileSync(STAMP, sources);
  return well;
}

/** True when the build that is there was made of these sources. */
export function built(): boolean {
  return existsSync(STAMP) && existsSync("build/server/index.js") && readFileSync(STAMP, "utf8") === state();
}
