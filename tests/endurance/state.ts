import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { files } from "#db/schema/joining.ts";
import { outbox } from "#db/schema/messages.ts";
import type { Reads } from "#db/client.server.ts";
import type { RunningServer } from "#tests/server.ts";

const run = promisify(execFile);

export type OutboxRow = typeof outbox.$inferSelect;

/** What the database of a server holds, read beside it: is the file whole, are its files there, what is in the outbox. */
export async function readState(dataDir: string): Promise<{ faults: string[]; rows: OutboxRow[] }> {
  const connection = new Database(path.join(dataDir, "zorgpoort.db"), { readonly: true });
  try {
    const reads = drizzle(connection, { casing: "snake_case" }) as unknown as Reads;
    const integrity = connection.pragma("integrity_check", { simple: true }) as string;
    const orphans = connection.pragma("foreign_key_check") as unknown[];
    const known = await reads.select({ id: files.id }).from(files);
    const gone = known.filter(({ id }) => !existsSync(path.join(dataDir, "files", id)));
    const faults = [
      ...(integrity === "ok" ? [] : [integrity]),
      ...(orphans.length === 0 ? [] : [`${orphans.length} rows without their parent`]),
      ...gone.map(({ id }) => `file ${id} has a row and no bytes`),
    ];
    return { faults, rows: await reads.select().from(outbox) };
  } finally {
    connection.close();
  }
}

/** Runs one of the commands of the product beside a server, on its data; what it says, and an error when it fails. */
export async function command(server: RunningServer, file: string): Promise<string> {
  const env = { ...process.env, MODE: "test", NODE_OPTIONS: "", DATA_DIR: server.dataDir, PUBLIC_URL: server.url };
  return (await run(process.execPath, [file], { env })).stdout;
}
