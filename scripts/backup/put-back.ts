import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { checkDatabase, DATABASE, hashes, MANIFEST, type Manifest } from "./take.ts";

/**
 * Makes a backup the data folder again, after every file proved to be as it was written. What stood there is kept beside
 * it under another name.
 * @returns where the old folder went, or null when there was none
 * @throws when the backup is not whole, a database is there and `force` is not given, or a server has it open
 */
export async function putBack(backup: string, dataDir: string, at: Date, force: boolean): Promise<string | null> {
  await checkBackup(backup);
  const old = path.join(dataDir, DATABASE);
  if (existsSync(old)) {
    if (!force) throw new Error(`${dataDir} holds a database; --force moves it aside`);
    refuseWhenOpen(old);
  }
  const fresh = `${dataDir}.restoring`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  cpSync(backup, fresh, { recursive: true, filter: (from) => path.basename(from) !== MANIFEST });
  checkDatabase(path.join(fresh, DATABASE));
  const aside = existsSync(dataDir) ? `${dataDir}.before-${at.toISOString().replace(/[:.]/g, "-")}` : null;
  if (aside) renameSync(dataDir, aside);
  renameSync(fresh, dataDir);
  return aside;
}

async function checkBackup(backup: string): Promise<void> {
  const file = path.join(backup, MANIFEST);
  if (!existsSync(file)) throw new Error(`${backup} is no finished backup: it has no ${MANIFEST}`);
  const { files } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  const present = await hashes(backup);
  for (const name of new Set([...Object.keys(files), ...Object.keys(present)])) {
    if (!present[name]) throw new Error(`${name} is missing from the backup`);
    if (!files[name]) throw new Error(`${name} does not belong to the backup`);
    if (files[name] !== present[name]) throw new Error(`${name} is not as it was written`);
  }
}

/** Leaving WAL needs the file for oneself alone, and fails at once while another process has it open. */
function refuseWhenOpen(file: string): void {
  const connection = new Database(file, { timeout: 0 });
  try {
    connection.pragma("journal_mode = delete");
  } catch {
    throw new Error("the database is in use: stop the server first");
  } finally {
    connection.close();
  }
}
