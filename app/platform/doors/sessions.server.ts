import { and, eq, isNull, ne } from "drizzle-orm";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { accounts, sessions } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newToken, tokenHash } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { RequestFacts } from "#app/shared/request.server.ts";
import { mayEnter, outdateCredentials } from "./account.server.ts";
import { readCookie } from "./cookies.server.ts";

const IDLE_MS = 30 * 60_000;
const LONGEST_MS = 8 * 3_600_000;
/** A look within this time is not written down again, so that reading pages does not write. */
const STEP_MS = 60_000;

export type LiveSession = { session: typeof sessions.$inferSelect; account: typeof accounts.$inferSelect };

/** Starts a whole session after the second factor, always with a new secret (ASVS 7.2.4). Returns the cookie's value. */
export async function startSession(
  tx: Transaction,
  start: { accountId: string; factorKind: (typeof sessions.$inferSelect)["factorKind"]; facts: RequestFacts },
): Promise<string> {
  const token = newToken();
  const moment = now();
  await tx.insert(sessions).values({
    id: newId(),
    tokenHash: tokenHash(token),
    accountId: start.accountId,
    createdAt: moment,
    lastSeenAt: moment,
    expiresAt: new Date(moment.getTime() + LONGEST_MS),
    factorAt: moment,
    factorKind: start.factorKind,
    address: start.facts.address,
    client: start.facts.client,
  });
  return token;
}

/** The live session of a request, or null: ended, idle for 30 minutes, older than 8 hours, account not active. */
export async function readSession(request: Request): Promise<LiveSession | null> {
  const token = readCookie(request, "session");
  if (!token) return null;
  const [row] = await db
    .select({ session: sessions, account: accounts })
    .from(sessions)
    .innerJoin(accounts, eq(accounts.id, sessions.accountId))
    .where(and(eq(sessions.tokenHash, tokenHash(token)), isNull(sessions.endedAt)));
  if (!row) return null;
  const moment = now().getTime();
  if (!mayEnter(row.account)) return null;
  if (row.session.expiresAt.getTime() <= moment) return null;
  const idle = moment - row.session.lastSeenAt.getTime();
  if (idle >= IDLE_MS) return null;
  if (idle >= STEP_MS) await seen(row.session.id);
  return row;
}

async function seen(id: string): Promise<void> {
  await transaction((tx) =>
    tx
      .update(sessions)
      .set({ lastSeenAt: now() })
      .where(and(eq(sessions.id, id), isNull(sessions.endedAt))),
  );
}

/**
 * Ends sessions of an account at once: all, all but one, or just one. Bites on the next request. Unless it is just one,
 * what was half begun with this account ends too.
 */
export async function endSessions(
  tx: Transaction,
  actor: Actor,
  accountId: string,
  reason: string,
  which: { except?: string; only?: string } = {},
): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ endedAt: now(), endedReason: reason })
    .where(
      and(
        eq(sessions.accountId, accountId),
        isNull(sessions.endedAt),
        which.except ? ne(sessions.id, which.except) : undefined,
        which.only ? eq(sessions.id, which.only) : undefined,
      ),
    )
    .returning({ id: sessions.id });
  if (!which.only) await outdateCredentials(tx, accountId);
  if (ended.length > 0) {
    await audit(tx, actor, { event: "session.end", id: accountId, reason, detail: { sessions: ended.length } });
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
    .update(sessions)
    .set({ factorAt: now(), tokenHash: tokenHash(token) })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.endedAt)))
    .returning({ id: sessions.id });
  if (renewed.length === 0) throw new Conflict("sign_in_again");
  return token;
}
