import { and, desc, eq, lt } from "drizzle-orm";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { doorSessions } from "#db/schema/doors.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { keptMs } from "#app/shared/retention.data.ts";
import type { Door } from "./owners/owner.ts";
import { endSessions } from "./sessions.server.ts";

/** The sessions of somebody, newest first; `live` while it would still be read as one. */
export async function sessionsOf({ owner }: Door, ownerId: string, most = 1000) {
  const rows = await db
    .select()
    .from(doorSessions)
    .where(and(eq(doorSessions.ownerKind, owner.kind), eq(doorSessions.ownerId, ownerId)))
    .orderBy(desc(doorSessions.createdAt))
    .limit(most);
  const moment = now().getTime();
  return rows.map((row) => ({
    ...row,
    live:
      row.endedAt === null &&
      row.expiresAt.getTime() > moment &&
      moment - row.lastSeenAt.getTime() < owner.session.idleMs,
  }));
}

/** Ends one other session of the owner, or all others; bites on the next request (F6). */
export async function endOwnSessions(
  actor: Actor & { sessionId: string; accountId: string; personId?: string | null },
  door: Door,
  only: string | null,
): Promise<void> {
  const which = only ? { only } : { except: actor.sessionId };
  const { accountId: id, personId } = actor;
  await transaction((tx) => endSessions(tx, actor, door, { id, personId }, "ended_by_owner", which));
}

/** Ends the session that somebody signs out of. */
export async function endThisSession(
  actor: Actor & { sessionId: string; accountId: string; personId?: string | null },
  door: Door,
  reason = "signed_out",
): Promise<void> {
  const { accountId: id, personId, sessionId: only } = actor;
  await transaction((tx) => endSessions(tx, actor, door, { id, personId }, reason, { only }));
}

/** Removes sessions that ended thirty days ago, of every owner; the log keeps who signed in when. */
export async function removeOldSessions(): Promise<void> {
  const before = new Date(now().getTime() - keptMs("doorSessions"));
  await transaction((tx) => tx.delete(doorSessions).where(lt(doorSessions.expiresAt, before)));
}

/** Marks the session, or all sessions, of somebody as in a browser that is known, or as in one that is not. */
export async function markKnown(
  tx: Transaction,
  door: Door,
  ownerId: string,
  known: boolean,
  only?: string,
): Promise<void> {
  const mine = and(eq(doorSessions.ownerKind, door.owner.kind), eq(doorSessions.ownerId, ownerId));
  const one = only ? eq(doorSessions.id, only) : undefined;
  await tx.update(doorSessions).set({ knownDevice: known }).where(and(mine, one));
}
