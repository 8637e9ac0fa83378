/**
 * Column builders of the one schema: typed as PostgreSQL, built for SQLite, so that a feature cannot lean on
 * what only SQLite has, and the other database can be switched on in this file and `client.server.ts` alone.
 */
import type * as pg from "drizzle-orm/pg-core";
import * as lite from "drizzle-orm/sqlite-core";

export const table = lite.sqliteTable as unknown as typeof pg.pgTable;
export const index = lite.index as unknown as typeof pg.index;
export const uniqueIndex = lite.uniqueIndex as unknown as typeof pg.uniqueIndex;

/** Text column; ids are UUIDv7 text, dates `YYYY-MM-DD`. */
export const text = lite.text as unknown as typeof pg.text;
/** 32-bit whole number. */
export const integer = lite.integer as unknown as typeof pg.integer;
/** 64-bit whole number. */
export const bigint = (() => lite.integer()) as unknown as () => ReturnType<typeof pg.bigint<"number">>;
/** A moment in UTC with milliseconds, a `Date` on both sides. */
export const instant = (() =>
  lite.integer({ mode: "timestamp_ms" })) as unknown as () => pg.PgTimestampBuilderInitial<"">;
export const boolean = (() => lite.integer({ mode: "boolean" })) as unknown as typeof pg.boolean;
/** JSON value; give its type with `.$type<T>()`. */
export const json = (() => lite.text({ mode: "json" })) as unknown as () => pg.PgJsonbBuilderInitial<"">;
/** Key made by the application (`newId`). */
export const id = () => text().primaryKey();
