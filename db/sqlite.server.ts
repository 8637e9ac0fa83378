import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const SETTINGS = `
  pragma journal_mode = wal;
  pragma synchronous = full;
  pragma foreign_keys = on;
  pragma busy_timeout = 5000;
  pragma secure_delete = on;
  pragma trusted_schema = off;
`;

/** Opens the one writing connection and a read-only one; readers never see half a transaction (WAL). */
export function connect(file: string) {
  const writer = new Database(file);
  writer.exec(SETTINGS);
  const reader = new Database(file, { readonly: true });
  reader.exec("pragma busy_timeout = 5000; pragma trusted_schema = off;");
  return { writer, reader };
}

/**
 * Brings the file up to the newest schema.
 * Foreign keys are off meanwhile: SQLite alters a table by copying and dropping it, and inside the migrator's
 * transaction the drop would otherwise delete the children.
 */
export function migrateFile(file: string, folder = path.resolve("db/migrations")): void {
  const connection = new Database(file);
  connection.exec("pragma journal_mode = wal; pragma foreign_keys = off;");
  migrate(drizzle(connection), { migrationsFolder: folder });
  connection.exec(readFileSync(path.resolve(folder, "../triggers.sql"), "utf8"));
  const broken = connection.pragma("foreign_key_check") as unknown[];
  connection.close();
  if (broken.length > 0) throw new Error(`the migration would leave ${broken.length} rows without their parent`);
}

/** How many migrations the file still lacks; all of them when it is not there. */
export function pendingMigrations(file: string, folder = path.resolve("db/migrations")): number {
  const journal = readFileSync(path.join(folder, "meta/_journal.json"), "utf8");
  const { entries } = JSON.parse(journal) as { entries: { when: number }[] };
  const newest = existsSync(file) ? newestMigration(file) : 0;
  return entries.filter(({ when }) => when > newest).length;
}

function newestMigration(file: string): number {
  const connection = new Database(file, { readonly: true });
  try {
    const known = connection.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get();
    if (!known) return 0;
    return (connection.prepare("select max(created_at) newest from __drizzle_migrations").get() as { newest: number })
      .newest;
  } finally {
    connection.close();
  }
}
