import { sql, type AnyColumn, type SQL } from "drizzle-orm";

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
