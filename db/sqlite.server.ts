import Database from "better-sqlite3";

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
