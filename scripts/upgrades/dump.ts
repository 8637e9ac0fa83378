import { writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import Database from "better-sqlite3";

const SECRETS = "-- secrets: ";
type Made = { name: string; type: string; sql: string };

/**
 * A whole database of an invented world as SQL text, packed: schema, rows, indexes, triggers, and the record of the
 * migrations that made it. In front the secrets of that world, without which its sealed fields stay shut.
 */
export function dump(file: string, secrets: string): Buffer {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const made = connection
      .prepare(
        "select name, type, sql from sqlite_master where sql is not null and name not like 'sqlite_%' order by rowid",
      )
      .all() as Made[];
    const tables = made.filter(({ type }) => type === "table");
    const rest = made.filter(({ type }) => type !== "table");
    const lines = [
      SECRETS + JSON.stringify(JSON.parse(secrets)),
      ...tables.map(({ sql }) => `${sql};`),
      ...tables.flatMap(({ name }) => rows(connection, name)),
      ...rest.map(({ sql }) => `${sql};`),
    ];
    return gzipSync(`${lines.join("\n")}\n`, { level: 9 });
  } finally {
    connection.close();
  }
}

function rows(connection: Database.Database, table: string): string[] {
  const columns = (connection.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => `"${name}"`);
  const quoted = columns.map((column) => `quote(${column})`).join(" || ',' || ");
  const values = connection.prepare(`select ${quoted} from "${table}" order by rowid`).pluck().all() as string[];
  return values.map((row) => `insert into "${table}" (${columns.join(",")}) values (${row});`);
}

/** Makes the database of a dump again in an empty data folder, with its secrets beside it. */
export function undump(packed: Buffer, dataDir: string): void {
  const sql = gunzipSync(packed).toString("utf8");
  const [first = ""] = sql.split("\n", 1);
  writeFileSync(path.join(dataDir, "secrets.json"), first.slice(SECRETS.length), { mode: 0o600 });
  const connection = new Database(path.join(dataDir, "zorgpoort.db"));
  try {
    connection.pragma("foreign_keys = off");
    connection.exec(`begin;\n${sql}\ncommit;`);
  } finally {
    connection.close();
  }
}
