import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const FOLDER = path.resolve("db/migrations");
const TABLE = "__drizzle_migrations";

type Entry = { tag: string; when: number };

/**
 * How a database stands towards this code. `behind`: these migrations are missing. `newer`: a later version of the
 * product made it. `other`: it was made by migrations that no released version had.
 */
export type Standing = { kind: "empty" | "behind"; missing: string[] } | Complete;
type Complete = { kind: "current" | "newer" | "other"; missing: [] };

/** Tells how a database file stands towards this code; a file that is not there counts as empty. */
export function standingOf(file: string, folder = FOLDER): Standing {
  if (!existsSync(file)) return { kind: "empty", missing: journal(folder).map(({ tag }) => tag) };
  const connection = new Database(file, { readonly: true });
  try {
    return standing(connection, folder);
  } finally {
    connection.close();
  }
}

/**
 * Brings the file up to the newest schema: all of it, or nothing. Foreign keys are off meanwhile: SQLite alters a table
 * by copying and dropping it, and the drop would otherwise delete the children; they are checked before the commit.
 * Gives back the migrations that were run.
 * @throws when a newer version, or none that was released, made the database; when rows would lose their parent; when
 * another process writes
 */
export function migrateFile(file: string, folder = FOLDER): string[] {
  const connection = new Database(file);
  try {
    return migrateOpen(connection, folder);
  } finally {
    connection.close();
  }
}

/** As `migrateFile`, over a connection that the caller holds. */
export function migrateOpen(connection: Database.Database, folder = FOLDER): string[] {
  connection.pragma("foreign_keys = off");
  connection.exec("begin immediate");
  try {
    const { kind, missing } = standing(connection, folder);
    if (kind === "newer" || kind === "other") throw new Error(standingWords[kind]);
    if (missing.length > 0) run(connection, folder, missing);
    connection.exec("commit");
    return missing;
  } catch (error) {
    if (connection.inTransaction) connection.exec("rollback");
    throw error;
  }
}

/** What an operator reads of a database that cannot be brought up to date. */
export const standingWords = {
  newer: "a newer version of the product made this database: start that version, or put a backup of before it back",
  other: "this database was made while the product was being built, by a migration that was never released",
};

function run(connection: Database.Database, folder: string, missing: string[]): void {
  // Word for word as the migrator of drizzle makes it, which made the databases that are there.
  connection.exec(
    `create table if not exists ${TABLE} (id SERIAL PRIMARY KEY, hash text not null, created_at numeric)`,
  );
  const note = connection.prepare(`insert into ${TABLE} (hash, created_at) values (?, ?)`);
  const files = readMigrationFiles({ migrationsFolder: folder });
  for (const [at, { tag }] of journal(folder).entries()) {
    const migration = files[at];
    if (!migration || !missing.includes(tag)) continue;
    for (const statement of migration.sql) if (/\S/.test(statement)) connection.exec(statement);
    note.run(migration.hash, migration.folderMillis);
  }
  // Anew each time: a trigger goes with a table that is copied, and its words may have changed.
  for (const name of connection.prepare("select name from sqlite_master where type = 'trigger'").pluck().all())
    connection.exec(`drop trigger "${String(name)}"`);
  connection.exec(readFileSync(path.resolve(folder, "../triggers.sql"), "utf8"));
  const broken = connection.pragma("foreign_key_check") as unknown[];
  if (broken.length > 0) throw new Error(`the migration would leave ${broken.length} rows without their parent`);
}

function journal(folder: string): Entry[] {
  const text = readFileSync(path.join(folder, "meta/_journal.json"), "utf8");
  return (JSON.parse(text) as { entries: Entry[] }).entries;
}

function standing(connection: Database.Database, folder: string): Standing {
  const entries = journal(folder);
  const kept = connection.prepare("select 1 from sqlite_master where name = ?").get(TABLE);
  const done = kept ? (connection.prepare(`select created_at from ${TABLE}`).pluck().all() as number[]) : [];
  const newest = Math.max(...entries.map(({ when }) => when));
  if (done.some((when) => when > newest)) return { kind: "newer", missing: [] };
  if (done.some((when) => !entries.some((entry) => entry.when === when))) return { kind: "other", missing: [] };
  const missing = entries.filter(({ when }) => !done.includes(when)).map(({ tag }) => tag);
  if (missing.length === 0) return { kind: "current", missing: [] };
  return { kind: done.length === 0 ? "empty" : "behind", missing };
}
