import { and, eq, isNull, ne } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { doorSessions, type SessionWay } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newToken, tokenHash } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { RequestFacts } from "#app/shared/request.server.ts";
import { logged } from "./log.ts";
import type { Door } from "./owners/owner.ts";
import { changeRow, outdateCredentials, rowById } from "./owners/rows.server.ts";
import { isKnownDevice } from "./sign-in/known-browser.server.ts";

const mine = (door: Door, ownerId: string) =>
  and(eq(doorSessions.ownerKind, door.owner.kind), eq(doorSessions.ownerId, ownerId));
const open = isNull(doorSessions.endedAt);

/**
 * Starts a whole session after the second factor, always with a new secret (ASVS 7.2.4).
 * @param start.device value of this browser's device cookie, where its owner says which browser is the own one
 * @returns the value of the session cookie
 * @throws Conflict for whoever may not be in: a door that forgot to ask opens nothing all the same
 */
export async function startSession(
  tx: Transaction,
  door: Door,
  start: {
    ownerId: string;
    way: SessionWay;
    level?: number | null;
    device?: string | null;
    facts: RequestFacts;
    /** What the line of the log says of it; null where the act that began the session has a line of its own. */
    detail?: Record<string, unknown> | null;
  },
): Promise<string> {
  const { owner, place } = door;
  const { ownerId, way, level = null, device = null, facts, detail = { way, level } } = start;
  const row = await rowById(door, ownerId, tx);
  if (!row || (await owner.standing(row, tx)) !== "in") throw new Conflict("own_door_shut");
  const token = newToken();
  const moment = now();
  await tx.insert(doorSessions).values({
    id: newId(),
    tokenHash: tokenHash(token),
    ownerKind: owner.kind,
    ownerId,
    place: owner.placeColumn ? place : null,
    way,
    level,
    factorAt: moment,
    knownDevice: await isKnownDevice(tx, door, ownerId, device),
    createdAt: moment,
    lastSeenAt: moment,
    expiresAt: new Date(moment.getTime() + owner.session.longestMs),
    address: facts.address,
    client: facts.client,
  });
  if (owner.atSignIn) await changeRow(tx, door, ownerId, owner.atSignIn(row, moment));
  const line = { ...logged(door, "signIn", ownerId), subjectId: owner.subjectOf?.(row) };
  if (detail) await audit(tx, { kind: "stranger", ...facts }, { ...line, detail });
  return token;
}

/** Writes down a sign of life of a session; one that has ended stays ended. */
export async function sessionSeen(id: string): Promise<void> {
  await transaction((tx) =>
    tx
      .update(doorSessions)
      .set({ lastSeenAt: now() })
      .where(and(eq(doorSessions.id, id), open)),
  );
}

/**
 * Ends sessions at once: all, all but one, just one, or those of one way. Bites on the next request. Unless it is just
 * one, what was half begun ends too.
 * @param who whose; with the person of the records whom the line of the log is about, where there is one
 */
export async function endSessions(
  tx: Transaction,
  actor: Actor,
  door: Door,
  who: { id: string; personId?: string | null },
  reason: string,
  which: { except?: string; only?: string; way?: SessionWay } = {},
): Promise<number> {
  const ended = await tx
    .update(doorSessions)
    .set({ endedAt: now(), endedReason: reason })
    .where(
      and(
        mine(door, who.id),
        open,
        which.except ? ne(doorSessions.id, which.except) : undefined,
        which.only ? eq(doorSessions.id, which.only) : undefined,
        which.way ? eq(doorSessions.way, which.way) : undefined,
      ),
    )
    .returning({ id: doorSessions.id });
  if (!which.only) await outdateCredentials(tx, door, who.id);
  if (ended.length > 0) {
    const detail = { sessions: ended.length };
    const subjectId = who.personId ?? undefined;
    await audit(tx, actor, { ...logged(door, "sessionEnd", who.id), reason, detail, subjectId });
  }
  return ended.length;
}

/**
 * Gives a session a new secret after the second factor was given again: what somebody took of it before is worthless
 * (ASVS 7.2.4). Returns the cookie's value. @throws Conflict when the session ended meanwhile
 */
export async function renewSession(tx: Transaction, sessionId: string): Promise<string> {
  const token = newToken();
  const renewed = await tx
    .update(doorSessions)
    .set({ factorAt: now(), tokenHash: tokenHash(token) })
    .where(and(eq(doorSessions.id, sessionId), open))
    .returning({ id: doorSessions.id });
  if (renewed.length === 0) throw new Conflict("sign_in_again");
  return token;
}
