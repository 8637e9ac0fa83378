import { AsyncLocalStorage } from "node:async_hooks";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { drizzle } from "drizzle-orm/better-sqlite3";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { config } from "#app/shared/config.server.ts";
import { connect } from "./sqlite.server.ts";

type Full = PgDatabase<PgQueryResultHKT>;
/** What may be asked anywhere: reads. */
export type Reads = Pick<Full, "select" | "selectDistinct" | "$count" | "with">;
/** What may be done inside `transaction`: reads and writes. */
export type Transaction = Reads & Pick<Full, "insert" | "update" | "delete">;

type Connection = ReturnType<typeof connect>;
type Kept = { connection: Connection; reads: Reads; writes: Transaction; queue: Promise<unknown> };

// Kept on the process: in development modules are evaluated again, and a second writer would lock out the first.
const process_ = globalThis as { zorgpoortDatabase?: Kept };
const inside = new AsyncLocalStorage<true>();

function kept(): Kept {
  if (!process_.zorgpoortDatabase) {
    mkdirSync(config.dataDir, { recursive: true });
    const connection = connect(path.join(config.dataDir, "zorgpoort.db"));
    process_.zorgpoortDatabase = {
      connection,
      reads: drizzle(connection.reader, { casing: "snake_case" }) as unknown as Reads,
      writes: drizzle(connection.writer, { casing: "snake_case" }) as unknown as Transaction,
      queue: Promise.resolve(),
    };
  }
  return process_.zorgpoortDatabase;
}

/** Reads of committed data. Has no insert, update or delete: writing goes through `transaction`. */
export const db: Reads = {
  select: (...fields: []) => kept().reads.select(...fields),
  selectDistinct: (...fields: []) => kept().reads.selectDistinct(...fields),
  $count: ((...given: Parameters<Reads["$count"]>) => kept().reads.$count(...given)) as Reads["$count"],
  with: (...queries: []) => kept().reads.with(...queries),
};

type Prepared<T> = { execute: () => Promise<T> };
/**
 * A read whose SQL is made once for as long as the database is open, for what every request asks.
 * @param name where the database keeps it under a name
 */
export function lasting<T>(
  name: string,
  make: (reads: Reads) => { prepare: (name: string) => Prepared<T> },
): () => Promise<T> {
  const made = new WeakMap<Reads, Prepared<T>>();
  return async () => {
    const { reads } = kept();
    const query = made.get(reads) ?? make(reads).prepare(name);
    made.set(reads, query);
    return query.execute();
  };
}

/**
 * Runs `work` as one transaction: all of it is kept, or nothing. One at a time; others wait their turn.
 * The work may be run again on other databases, so nothing may leave it: no mail, no network, nothing kept outside it.
 * Tests run it twice (`TRANSACTIONS=twice`).
 * @throws when called inside another transaction (it would wait for itself), and whatever `work` throws
 */
export function transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  if (inside.getStore()) return Promise.reject(new Error("a transaction inside a transaction"));
  const held = kept();
  const twice = config.transactions === "twice";
  const runs = async () => {
    // What a first run throws is thrown by the second as well, unless something outside the database changed.
    if (twice) await run(held, work, "rollback").catch(() => undefined);
    return run(held, work, "commit");
  };
  const turn = held.queue.then(() => inside.run(true, runs));
  held.queue = turn.catch(() => undefined);
  return turn;
}

async function run<T>(held: Kept, work: (tx: Transaction) => Promise<T>, end: "commit" | "rollback"): Promise<T> {
  const { proxy, revoke } = Proxy.revocable(held.writes, {});
  held.connection.writer.exec("begin immediate");
  try {
    const result = await work(proxy);
    held.connection.writer.exec(end);
    return result;
  } catch (error) {
    if (held.connection.writer.inTransaction) held.connection.writer.exec("rollback");
    throw error;
  } finally {
    revoke();
  }
}

/** True when the database refused a row because its key is already there. */
export function isTaken(error: unknown): boolean {
  for (let e = error as { code?: string; cause?: unknown } | undefined; e; e = e.cause as typeof e) {
    if (e.code === "SQLITE_CONSTRAINT_UNIQUE" || e.code === "SQLITE_CONSTRAINT_PRIMARYKEY" || e.code === "23505")
      return true;
  }
  return false;
}

/** Waits for the running transaction and closes both connections. */
export async function closeDatabase(): Promise<void> {
  const held = process_.zorgpoortDatabase;
  if (!held) return;
  await held.queue;
  held.connection.reader.close();
  held.connection.writer.close();
  delete process_.zorgpoortDatabase;
}
