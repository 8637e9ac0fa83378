import { and, eq, lt, type SQL } from "drizzle-orm";
import { db, type Reads, type Transaction } from "#db/client.server.ts";
import { doorSessions } from "#db/schema/doors.ts";
import { oneMore } from "#db/step.ts";
import { emailKey } from "../email-key.ts";
import type { Door, DoorRow, Owner } from "./owner.ts";

/*
 * The only file in which a door reads and writes the rows of its owner, in whatever table they stand. A row of another
 * place is nobody here: place and key are asked together (H11).
 */

const here = ({ owner, place }: Door) => (owner.placeColumn ? eq(owner.placeColumn, place) : undefined);
/** Condition for one row of this door. */
export const thisRow = (door: Door, id: string): SQL | undefined => and(eq(door.owner.table.id, id), here(door));

/** The row of an id at this door, or null. */
export async function rowById<Row extends DoorRow>(door: Door<Row>, id: string, from: Reads = db): Promise<Row | null> {
  const [row] = await from.select().from(door.owner.table).where(thisRow(door, id));
  return (row as Row | undefined) ?? null;
}

/** A session by the hash of its secret, ended or not, with its owner; null for one of another kind of owner or place. */
export async function sessionOf<Row extends DoorRow>(
  door: Door<Row>,
  tokenHash: string,
): Promise<{ session: typeof doorSessions.$inferSelect; account: Row } | null> {
  const { table, kind, placeColumn } = door.owner;
  const [found] = await db
    .select({ session: doorSessions, account: table })
    .from(doorSessions)
    .innerJoin(table, and(eq(table.id, doorSessions.ownerId), here(door)))
    .where(and(eq(doorSessions.tokenHash, tokenHash), eq(doorSessions.ownerKind, kind)));
  if (!found || found.session.place !== (placeColumn ? door.place : null)) return null;
  return { session: found.session, account: found.account as Row };
}

/** The row of an address at this door, or null; case and spelling of the same signs are evened out (U-01). */
export async function rowByEmail<Row extends DoorRow>(
  door: Door<Row>,
  email: string,
  from: Reads = db,
): Promise<Row | null> {
  const { table } = door.owner;
  const [row] = await from
    .select()
    .from(table)
    .where(and(eq(table.emailKey, emailKey(email)), here(door)));
  return (row as Row | undefined) ?? null;
}

/** The door at which the row of an id comes in, with that row, whatever its place; null when there is none. */
export async function doorOfRow(
  owner: Owner,
  id: string,
  from: Reads = db,
): Promise<{ door: Door; row: DoorRow } | null> {
  const { table, placeColumn } = owner;
  const [found] = await from
    .select({ place: placeColumn ?? table.id })
    .from(table)
    .where(eq(table.id, id));
  const door = { owner, place: placeColumn ? String(found?.place) : "" };
  const row = found ? await rowById(door, id, from) : null;
  return row && { door, row };
}

/** Whether this row may come in by password and code, now. */
export async function mayUsePassword<Row extends DoorRow>(door: Door<Row>, row: Row, from: Reads = db) {
  return door.owner.hasPassword(row) && (await door.owner.standing(row, from)) === "in";
}

/** Finds the row of a half-finished act, if it may come in by password and code; for `findBound`. */
export const entrant =
  <Row extends DoorRow>(door: Door<Row>) =>
  async (id: string, from: Reads): Promise<Row | null> => {
    const row = await rowById(door, id, from);
    return row && (await mayUsePassword(door, row, from)) ? row : null;
  };

/**
 * Changes what a door may change of a row. @param still what must still hold; false is returned when it does not
 */
export async function changeRow(
  tx: Transaction,
  door: Door,
  id: string,
  change: Partial<DoorRow> & Record<string, unknown>,
  still?: SQL,
): Promise<boolean> {
  if (Object.keys(change).length === 0) return true;
  const { table } = door.owner;
  const done = await tx
    .update(table)
    .set(change)
    .where(and(thisRow(door, id), still))
    .returning({ id: table.id });
  return done.length > 0;
}

/** Makes everything that was begun with the credentials of before worthless: half sessions, and codes on their way. */
export async function outdateCredentials(tx: Transaction, door: Door, id: string): Promise<void> {
  const { table } = door.owner;
  await tx
    .update(table)
    .set({ credentialVersion: oneMore(table.credentialVersion) })
    .where(thisRow(door, id));
}

/** Counts one wrong code more, unless there are `most` already. Returns the row as it is then, or null. */
export async function countCode<Row extends DoorRow>(
  tx: Transaction,
  door: Door<Row>,
  id: string,
  most: number,
): Promise<Row | null> {
  const { table } = door.owner;
  const [row] = await tx
    .update(table)
    .set({ codeFailures: oneMore(table.codeFailures) })
    .where(and(thisRow(door, id), lt(table.codeFailures, most)))
    .returning();
  return (row as Row | undefined) ?? null;
}
