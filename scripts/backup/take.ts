import { createHash } from "node:crypto";
import {
  createReadStream,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import Database from "better-sqlite3";

export const DATABASE = "zorgpoort.db";
/** Ends of the log that were kept: copied before the database, so that a copy never knows of a seal that it lacks. */
const HEADS = "log-heads.jsonl";
export const MANIFEST = "manifest.json";
/** File → SHA-256, hexadecimal. */
export type Manifest = { madeAt: string; files: Record<string, string> };

/**
 * Copies a data folder while the product runs: the database page by page in one consistent state, then files and
 * releases, which never change once written and are there before a row names them.
 * @throws when the target exists, or the copy is not whole
 */
export async function takeBackup(dataDir: string, target: string, at: Date): Promise<Manifest> {
  if (existsSync(target)) throw new Error(`${target} is there already`);
  const partial = `${target}.partial`;
  mkdirSync(partial, { recursive: true });
  const copy = (name: string) => cpSync(path.join(dataDir, name), path.join(partial, name), { recursive: true });
  if (existsSync(path.join(dataDir, HEADS))) copy(HEADS);
  const source = new Database(path.join(dataDir, DATABASE), { readonly: true, fileMustExist: true });
  await source.backup(path.join(partial, DATABASE));
  source.close();
  for (const name of readdirSync(dataDir)) {
    if (!name.startsWith(DATABASE) && name !== HEADS) copy(name);
  }
  checkDatabase(path.join(partial, DATABASE));
  const manifest = { madeAt: at.toISOString(), files: await hashes(partial) };
  writeFileSync(path.join(partial, MANIFEST), JSON.stringify(manifest, null, 2));
  renameSync(partial, target);
  return manifest;
}

/** @throws when pages are damaged or rows lack their parent */
export function checkDatabase(file: string): void {
  const connection = new Database(file, { fileMustExist: true });
  try {
    // A copy carries no log beside it; as one plain file it can be read from anywhere.
    connection.pragma("journal_mode = delete");
    const integrity = connection.pragma("integrity_check", { simple: true });
    const orphans = connection.pragma("foreign_key_check") as unknown[];
    if (integrity !== "ok") throw new Error(`the database is damaged: ${String(integrity)}`);
    if (orphans.length > 0) throw new Error(`${orphans.length} rows lack their parent`);
  } finally {
    connection.close();
  }
}

/** Hash of every file in a folder, manifest apart, by path with `/`. */
export async function hashes(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    const file = path.join(folder, entry);
    if (entry === MANIFEST || !statSync(file).isFile()) continue;
    const hash = createHash("sha256");
    await pipeline(createReadStream(file), hash);
    found[entry.split(path.sep).join("/")] = hash.digest("hex");
  }
  return found;
}
