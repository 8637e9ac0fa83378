import { and, eq, isNull, ne } from "drizzle-orm";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { clientAccounts, clientSessions } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { readCookie } from "#app/platform/doors/cookies.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newToken, tokenHash } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { RequestFacts } from "#app/shared/request.server.ts";
import { ownDoor } from "./child/own-door.server.ts";
import { isOwnDevice } from "./own-device.server.ts";
import { outdateClientCredentials } from "./outdate.server.ts";
import { sessionSeen } from "./session-seen.server.ts";

/** Without a sign of life a session ends after a quarter of an hour (DigiD, checklist T14), in milliseconds. */
export const IDLE_MS = 15 * 60_000;
/** However busy, a session ends after two hours, in milliseconds. */
const LONGEST_MS = 2 * 3_600_000;
/** A look within this time is not written down again. */
const STEP_MS = 15_000;
/** The rule of age acts by itself. */
const BY_AGE = { kind: "system", name: "own-door" } as const;

export type ClientAccount = typeof clientAccounts.$inferSelect;
export type LiveClientSession = { session: typeof clientSessions.$inferSelect; account: ClientAccount };

/**
 * Starts a session of a client, always with a new secret (ASVS 7.2.4), and moves the moment since which things are new.
 * @param start.device value of this browser's device cookie; known when its owner said so before
 * @returns the value of the session cookie
 * @throws Conflict for whoever may not come in alone (`ownDoor`)
 */
export async function startClientSession(
  tx: Transaction,
  start: {
    account: ClientAccount;
    way: "digid" | "mail";
    level: number | null;
    device: string | null;
    facts: RequestFacts;
  },
): Promise<string> {
  const token = newToken();
  const moment = now();
  const { account, way, level, device, facts } = start;
  // Doors refuse in words before they come here; a door that forgot to ask opens nothing all the same.
  if ((await ownDoor(account, tx)) !== "open") throw new Conflict("own_door_shut");
  await tx.insert(clientSessions).values({
    id: newId(),
    tokenHash: tokenHash(token),
    environmentId: account.environmentId,
    accountId: account.id,
    way,
    level,
    knownDevice: await isOwnDevice(tx, account.id, device),
    createdAt: moment,
    lastSeenAt: moment,
    expiresAt: new Date(moment.getTime() + LONGEST_MS),
    address: facts.address,
    client: facts.client,
  });
  await tx
    .update(clientAccounts)
    .set({ previousSignInAt: account.lastSignInAt, lastSignInAt: moment })
    .where(eq(clientAccounts.id, account.id));
  await audit(
    tx,
    { kind: "stranger", ...facts },
    {
      event: "client.sign_in",
      id: account.id,
      organisation: account.environmentId,
      subjectId: account.personId,
      detail: { way, level },
    },
  );
  return token;
}

/**
 * The live session of a request in one environment, or null: ended, idle for 15 minutes, older than 2 hours, account
 * closed, of another environment, or of somebody who may not come in alone: then every session of the account ends.
 * @param alive false: what a page sends by itself is no sign of life, and the session lasts no longer by it
 */
export async function readClientSession(
  request: Request,
  environmentId: string,
  alive = true,
): Promise<LiveClientSession | null> {
  const token = readCookie(request, `client-${environmentId}`);
  if (!token) return null;
  const [row] = await db
    .select({ session: clientSessions, account: clientAccounts })
    .from(clientSessions)
    .innerJoin(clientAccounts, eq(clientAccounts.id, clientSessions.accountId))
    .where(and(eq(clientSessions.tokenHash, tokenHash(token)), isNull(clientSessions.endedAt)));
  if (!row || row.session.environmentId !== environmentId || row.account.environmentId !== environmentId) return null;
  const moment = now().getTime();
  if (row.account.state !== "active" && row.account.state !== "terms_pending") return null;
  const idle = moment - row.session.lastSeenAt.getTime();
  if (row.session.expiresAt.getTime() <= moment || idle >= IDLE_MS) return null;
  if ((await ownDoor(row.account)) !== "open") {
    await transaction((tx) => endClientSessions(tx, BY_AGE, row.account, "paused"));
    return null;
  }
  if (alive && idle >= STEP_MS) await sessionSeen(row.session.id);
  return row;
}

/**
 * Ends sessions of a client account at once: all, all but one, just one, or those of one way. Bites on the next request.
 * Unless it is just one, what was half begun with this account ends too.
 */
export async function endClientSessions(
  tx: Transaction,
  actor: Actor,
  account: { id: string; environmentId: string; personId: string | null },
  reason: string,
  which: { except?: string; only?: string; way?: "digid" | "mail" } = {},
): Promise<number> {
  const ended = await tx
    .update(clientSessions)
    .set({ endedAt: now(), endedReason: reason })
    .where(
      and(
        eq(clientSessions.accountId, account.id),
        isNull(clientSessions.endedAt),
        which.except ? ne(clientSessions.id, which.except) : undefined,
        which.only ? eq(clientSessions.id, which.only) : undefined,
        which.way ? eq(clientSessions.way, which.way) : undefined,
      ),
    )
    .returning({ id: clientSessions.id });
  if (!which.only) await outdateClientCredentials(tx, account.id);
  if (ended.length > 0) {
    const more = { organisation: account.environmentId, subjectId: account.personId };
    const detail = { sessions: ended.length };
    await audit(tx, actor, { event: "client.session_end", id: account.id, reason, detail, ...more });
  }
  return ended.length;
}
