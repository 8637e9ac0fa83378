import Database from "better-sqlite3";
import { getTableName, type Table } from "drizzle-orm";
import { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import path from "node:path";
import { quietWrites } from "./log-verbs.data.ts";

/**
 * With WRITES_HAVE_LINES=1: in every test a transaction of the product that changes rows leaves a line in the log, or it
 * does not commit. What needs none stands in `quietWrites`. What a test writes to prepare itself is free.
 */

type Write = { table: string; by: string };
type Begun = { writes: Write[]; lines: number; changes: number };
let open: Begun | null = null;
let watching = process.env.WRITES_HAVE_LINES === "1";
const ROOT = path.resolve(".");

/** Turns it on or off for what comes. */
export function watchWrites(on: boolean): void {
  watching = on;
}

const patched = globalThis as { writesHaveLines?: true };
if (!patched.writesHaveLines) {
  patched.writesHaveLines = true;
  const builders = BaseSQLiteDatabase.prototype as unknown as Record<string, (table: Table) => unknown>;
  for (const verb of ["insert", "update", "delete"]) {
    const build = builders[verb]!;
    builders[verb] = function (this: unknown, table: Table) {
      note(getTableName(table));
      return build.call(this, table);
    };
  }
  const connection = Database.prototype as unknown as { exec: (sql: string) => unknown };
  const exec = connection.exec;
  connection.exec = function (this: Database.Database, sql: string) {
    if (sql === "begin immediate" && watching) open = { writes: [], lines: 0, changes: changesOf(this) };
    const done = open;
    if (sql === "commit" || sql === "rollback") open = null;
    if (sql === "commit" && done && changesOf(this) > done.changes) judge(done);
    return exec.call(this, sql);
  };
}

/** Rows that this connection ever changed. */
const changesOf = (connection: Database.Database) =>
  connection.prepare("select total_changes()").pluck().get() as number;

function note(table: string): void {
  if (!open) return;
  if (table === "audit_log") open.lines += 1;
  else if (!(table in quietWrites)) open.writes.push({ table, by: origin() });
}

function judge({ writes, lines }: Begun): void {
  const silent = writes.filter(
    ({ table, by }) => by.startsWith("app/") && !by.includes(".test.") && !(`${table} ${roomOf(by)}` in quietWrites),
  );
  if (lines > 0 || silent.length === 0) return;
  throw new Error(`wrote without a line in the log: ${silent.map(({ table, by }) => `${table} (${by})`).join(", ")}`);
}

const roomOf = (file: string) => file.split("/").slice(1, 3).join("/");

/** The file that began the transaction: the last of ours before the database itself. */
function origin(): string {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = 40;
  Error.prepareStackTrace = (_, sites) => sites;
  const sites = new Error().stack as unknown as NodeJS.CallSite[];
  Object.assign(Error, { prepareStackTrace, stackTraceLimit });
  const files = sites
    .map((site) => (site.getFileName() ?? "").replace(/^file:\/\//, ""))
    .filter((file) => file.startsWith(`${ROOT}/`) && !file.includes("/node_modules/"))
    .map((file) => file.slice(ROOT.length + 1));
  return files.filter((file) => !file.startsWith("db/")).at(-1) ?? "";
}
