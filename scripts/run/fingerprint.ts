import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";

/** Hash of files and folders, tests apart; the same as long as none of them changed. */
export function fingerprint(places: string[]): string {
  const hash = createHash("sha256");
  const take = (place: string): void => {
    if (statSync(place).isDirectory()) for (const name of readdirSync(place).sort()) take(path.posix.join(place, name));
    else if (!/\.test\.tsx?$/.test(place)) hash.update(`${place}\n`).update(readFileSync(place));
  };
  for (const place of places) take(place);
  return hash.digest("hex").slice(0, 16);
}
