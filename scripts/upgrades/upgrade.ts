import { chmodSync, mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { migrateFile, migrateOpen, standingOf, standingWords } from "#db/migrate.server.ts";
import { checkDatabase, DATABASE } from "../backup/take.ts";

/** `ran`: the migrations; `copy`: where the database of before is kept, null when there was none or nothing changed. */
export type Upgrade = { ran: string[]; copy: string | null };

/**
 * Brings the database of a data folder up to date. One that has rows is copied first, and the copy read through; the
 * change itself is one transaction. What is up to date is not touched, so that this can run beside a server.
 * @throws when another process has the database open, when a newer or unreleased version made it, when rows would lose
 * their parent: nothing is changed then
 */
export async function upgrade(dataDir: string, at: Date, folder?: string): Promise<Upgrade> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = path.join(dataDir, DATABASE);
  const { kind, missing } = standingOf(file, folder);
  if (kind === "newer" || kind === "other") throw new Error(standingWords[kind]);
  if (kind === "current") return { ran: [], copy: null };
  if (kind === "empty") return { ran: migrateFile(file, folder), copy: null };
  const connection = alone(file);
  try {
    const copy = `${file}.before-${missing[0] ?? ""}-${at.toISOString().replace(/[:.]/g, "-")}`;
    await keepCopy(connection, copy);
    return { ran: migrateOpen(connection, folder), copy };
  } finally {
    connection.close();
  }
}

/** A connection beside which nobody else has the file open, and that keeps it so until it is closed. */
function alone(file: string): Database.Database {
  const connection = new Database(file, { timeout: 0 });
  try {
    connection.pragma("locking_mode = exclusive");
    // Leaving WAL needs the file for oneself alone, and fails at once while another process has it open.
    connection.pragma("journal_mode = delete");
    connection.exec("begin exclusive; commit;");
    return connection;
  } catch {
    connection.close();
    throw new Error("the database is in use: stop the server first");
  }
}

async function keepCopy(connection: Database.Database, copy: string): Promise<void> {
  const partial = `${copy}.partial`;
  try {
    await connection.backup(partial);
    chmodSync(partial, 0o600);
    checkDatabase(partial);
    renameSync(partial, copy);
  } finally {
    rmSync(partial, { force: true });
  }
}
