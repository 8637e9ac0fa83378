import { db, transaction } from "#db/client.server.ts";
import type { doorSessions } from "#db/schema/doors.ts";
import { now } from "#app/shared/clock.server.ts";
import { tokenHash } from "#app/shared/crypto.server.ts";
import { readCookie } from "./cookies.server.ts";
import type { Door, DoorRow } from "./owners/owner.ts";
import { sessionOf } from "./owners/rows.server.ts";
import { endSessions, sessionSeen } from "./sessions.server.ts";

type Session = typeof doorSessions.$inferSelect;
type LiveSession<Row extends DoorRow> = { session: Session; account: Row };

/** A rule of its owner, such as that of age, ends sessions by itself. */
const BY_RULE = { kind: "system", name: "own-door" } as const;

/** The session of a cookie of this door, ended or not, with its owner. */
function sessionIn<Row extends DoorRow>(door: Door<Row>, request: Request) {
  const token = readCookie(request, door.owner.cookies(door.place).session);
  return token ? sessionOf(door, tokenHash(token)) : null;
}

/**
 * The live session of a request at this door, or null: ended, too long without a sign of life, too old, of another door,
 * or of somebody who may not be in. Whoever is paused loses every session.
 * @param alive false: what a page sends by itself is no sign of life, and the session lasts no longer by it
 */
export async function readSession<Row extends DoorRow>(
  door: Door<Row>,
  request: Request,
  alive = true,
): Promise<LiveSession<Row> | null> {
  const found = await sessionIn(door, request);
  if (!found || found.session.endedAt !== null) return null;
  const { session, account } = found;
  const { idleMs, stepMs } = door.owner.session;
  const moment = now().getTime();
  const idle = moment - session.lastSeenAt.getTime();
  if (session.expiresAt.getTime() <= moment || idle >= idleMs) return null;
  const standing = await door.owner.standing(account, db);
  if (standing === "paused") await transaction((tx) => endSessions(tx, BY_RULE, door, account, "paused"));
  if (standing !== "in") return null;
  if (alive && idle >= stepMs) await sessionSeen(session.id);
  return found;
}

/** Whoever had a session in this browser and is paused, so that the page can say why; null when nobody is. */
export async function pausedAt<Row extends DoorRow>(door: Door<Row>, request: Request): Promise<Row | null> {
  const found = await sessionIn(door, request);
  return found && (await door.owner.standing(found.account, db)) === "paused" ? found.account : null;
}
