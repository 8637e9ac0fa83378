import { and, eq, isNull, ne } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { clientAccounts, clientDevices, clientSessions } from "#db/schema/clients.ts";
import { audit } from "#app/audit/record.server.ts";
import { readCookie } from "#app/identity/cookies.server.ts";
import type { Actor } from "#app/rights/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newToken, tokenHash } from "#app/shared/crypto.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { RequestFacts } from "#app/shared/request.server.ts";
import { sessionSeen } from "./session-seen.server.ts";

/** Without a sign of life a session ends after a quarter of an hour (DigiD, checklist T14), in milliseconds. */
export const IDLE_MS = 15 * 60_000;
/** However busy, a session ends after two hours, in milliseconds. */
const LONGEST_MS = 2 * 3_600_000;
/** A look within this time is not written down again. */
const STEP_MS = 15_000;

export type ClientAccount = typeof clientAccounts.$inferSelect;
export type LiveClientSession = { session: typeof clientSessions.$inferSelect; account: ClientAccount };

/**
 * Starts a session of a client, always with a new secret (ASVS 7.2.4), and moves the moment since which things are new.
 * @param start.device value of this browser's device cookie; known when its owner said so before
 * @returns the value of the session cookie
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
  await tx.insert(clientSessions).values({
    id: newId(),
    tokenHash: tokenHash(token),
    environmentId: account.environmentId,
    accountId: account.id,
    clientId: account.personId,
    way,
    level,
    knownDevice: await known(tx, account.id, device),
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
      action: "E",
      object: { type: "client_account", id: account.id },
      organisation: account.environmentId,
      subjectId: account.personId ?? undefined,
      detail: { way, level },
    },
  );
  return token;
}

async function known(tx: Transaction, accountId: string, device: string | null): Promise<boolean> {
  if (!device) return false;
  const seen = await tx
    .update(clientDevices)
    .set({ lastSeenAt: now() })
    .where(
      and(
        eq(clientDevices.accountId, accountId),
        eq(clientDevices.tokenHash, tokenHash(device)),
        isNull(clientDevices.removedAt),
      ),
    )
    .returning({ id: clientDevices.id });
  return seen.length > 0;
}

/**
 * The live session of a request in one environment, or null: ended, idle for 15 minutes, older than 2 hours, account
 * closed, or of another environment.
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
  if (alive && idle >= STEP_MS) await sessionSeen(row.session.id);
  return row;
}

/** Ends sessions of a client account at once: all, all but one, just one, or those of one way. Bites on the next request. */
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
  if (ended.length > 0) {
    const object = { type: "client_account", id: account.id };
    const more = { organisation: account.environmentId, subjectId: account.personId ?? undefined };
    const detail = { sessions: ended.length };
    await audit(tx, actor, { event: "client.session_end", action: "U", object, reason, detail, ...more });
  }
  return ended.length;
}
