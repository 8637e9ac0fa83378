import { and, eq, inArray, sql, type AnyColumn, type SQL } from "drizzle-orm";
import type { AnyPgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Transaction } from "./client.server.ts";

/** One more than what the row holds now, reckoned by the database: no two writers take the same step. */
export const oneMore = (column: AnyColumn): SQL<number> => sql<number>`${column} + 1`;

/**
 * The value of the first branch whose condition holds, else `otherwise`, reckoned by the database for the row that is
 * written.
 * @param column whose way of storing the values have
 */
export function firstOf<T>(
  column: AnyColumn,
  branches: [condition: SQL | undefined, value: T | SQL | AnyColumn][],
  otherwise: T | SQL | AnyColumn,
): SQL<T> {
  const stored = (value: T | SQL | AnyColumn) => (isReckoned(value) ? value : sql.param(value, column));
  const whens = branches.map(([condition, value]) => sql`when ${condition} then ${stored(value)}`);
  return sql<T>`case ${sql.join(whens, sql` `)} else ${stored(otherwise)} end`;
}

const isReckoned = (value: unknown): value is SQL | AnyColumn =>
  typeof value === "object" && value !== null && ("getSQL" in value || "table" in value);

/** A table of rows that stand in a state, and count their changes. */
export type SteppedTable = PgTable & { id: AnyPgColumn; state: AnyPgColumn; version: AnyPgColumn };
export type RowOf<T extends PgTable> = T["$inferSelect"];

/**
 * Writes a change to one row, if it still stands as it was judged: in one of these states and at this version.
 * @returns the row as it is from then on; null when somebody was first, and nothing was written
 */
export async function writeStep<T extends SteppedTable>(
  tx: Transaction,
  table: T,
  on: { id: string; from: readonly string[]; version: number; where?: SQL },
  change: Partial<RowOf<T>>,
): Promise<RowOf<T> | null> {
  const rows: unknown = await tx
    .update(table)
    .set({ ...change, version: oneMore(table.version) })
    .where(and(eq(table.id, on.id), inArray(table.state, [...on.from]), eq(table.version, on.version), on.where))
    .returning();
  return (rows as RowOf<T>[])[0] ?? null;
}

/** One row, where it is there and `where` holds of it; else null. */
export async function readStepped<T extends SteppedTable>(
  tx: Transaction,
  table: T,
  on: { id: string; where?: SQL },
): Promise<RowOf<T> | null> {
  const rows = await tx
    .select()
    .from<PgTable>(table)
    .where(and(eq(table.id, on.id), on.where));
  return rows[0] ?? null;
}
