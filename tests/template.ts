import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { newDatabase } from "./settings.ts";

const MIGRATIONS = path.resolve("db/migrations");

/** Tuesday in an ordinary working week; tests start here whatever the day outside is. */
const START = "2026-11-24T09:00:00+01:00";

let template: string | undefined;
/** A migrated database file with the invented settings alone, made once per set of migrations; copy it, never open it. */
function templateFile(): string {
  const files = readdirSync(MIGRATIONS).filter((name) => name.endsWith(".sql"));
  const hash = createHash("sha256").update(readFileSync(path.resolve("db/triggers.sql")));
  // The journal too: a migration that was generated anew with the same words counts as another one.
  hash.update(readFileSync(path.join(MIGRATIONS, "meta/_journal.json")));
  hash.update(readFileSync("scripts/data/settings.json"));
  for (const name of files.sort()) hash.update(name).update(readFileSync(path.join(MIGRATIONS, name)));
  const file = path.resolve(".cache", `template-${hash.digest("hex").slice(0, 16)}.db`);
  if (existsSync(file)) return file;
  mkdirSync(path.dirname(file), { recursive: true });
  const building = `${file}.${process.pid}`;
  newDatabase(building);
  renameSync(building, file);
  return file;
}

/** Makes a folder the data folder of a test: an empty database (or the one there is), clock standing at `at`. */
export function fillDataDir(
  folder: string,
  { at = START, database = true }: { at?: string; database?: boolean } = {},
): void {
  if (database) copyFileSync((template ??= templateFile()), path.join(folder, "zorgpoort.db"));
  writeFileSync(path.join(folder, "clock.json"), JSON.stringify({ shift: new Date(at).getTime() - Date.now() }));
}
