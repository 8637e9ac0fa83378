import { and, eq, isNull } from "drizzle-orm";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { clientAccounts, clientDevices } from "#db/schema/clients.ts";
import { audit } from "#app/audit/record.server.ts";
import type { Environment } from "#app/environments/environment.ts";
import { emailKey } from "#app/identity/invite.server.ts";
import { blockedUntil, clearLimit, countFailure, countLimit, type Counted } from "#app/identity/limits.server.ts";
import { issueLink } from "#app/identity/links.server.ts";
import { hashPassword, isPassword, isWeakHash } from "#app/identity/passwords/hash.server.ts";
import type { StrangerActor } from "#app/rights/actor.ts";
import { keyedHash, tokenHash } from "#app/shared/crypto.server.ts";
import { networkOf } from "#app/shared/network.ts";
import type { ClientAccount } from "../sessions.server.ts";
import { accountByEmail, hasMailDoor } from "./accounts.server.ts";
import { mailLink, mailWhyNot } from "./mails.server.ts";

const LOCK_MS = 15 * 60_000;
const LOCK_AT = 10;
const UNLOCK_MS = 60 * 60_000;
/** Wait after so many failures in a row: nothing at first, then longer, from ten on a quarter of an hour. */
const waitMs = (failures: number) => (failures >= LOCK_AT ? LOCK_MS : failures < 4 ? 0 : 2 ** (failures - 3) * 1000);

export type Given = { email: string; password: string; device: string | null };
export type PasswordRefused = { refused: "wrong" } | { refused: "locked"; until: Date };

/** What failures of an address are counted under, for strangers. */
export const strangersCounter = (environmentId: string, key: string): Counted => ["client_sign_in", environmentId, key];

/**
 * Judges address and password of a client, with the protections of the professional door: the failure is counted before
 * anything is compared and forgotten when it was right; unknown, waiting, refused and closed accounts and those that
 * closed this door get the same answer in the same time, and their owner reads by mail why; a browser that the owner
 * called the own one has a counter of its own (A03).
 * @param right what to do in the same transaction when it was right
 */
export async function judgePassword<T>(
  actor: StrangerActor,
  environment: Environment,
  given: Given,
  right: (tx: Transaction, account: ClientAccount) => Promise<T>,
): Promise<{ right: T } | PasswordRefused> {
  const account = await accountByEmail(environment.id, given.email);
  const key = emailKey(given.email);
  const counted = (await ownCounter(account, given.device)) ?? strangersCounter(environment.id, key);
  const before = await transaction(async (tx) => {
    await countLimit(tx, ["client_sign_in_network", networkOf(actor.address)], { max: 200, windowMs: LOCK_MS });
    const blocked = await blockedUntil(tx, counted);
    if (blocked) return { until: blocked };
    return { failures: (await countFailure(tx, counted, waitMs)).failures };
  });
  if (before.until) return { refused: "locked", until: before.until };
  const same = await isPassword(account?.passwordHash ?? null, given.password);
  const door = account !== null && (await hasMailDoor(account));
  if (!account || !same || !door) {
    await transaction(async (tx) => {
      await logRefused(tx, actor, environment, account?.id ?? keyedHash("unknown_account", key).slice(0, 16));
      if (account && same) await mailWhyNot(tx, account);
      else if (account && door && before.failures === LOCK_AT) await mailUnlock(tx, account);
    });
    return { refused: "wrong" };
  }
  const renewed = isWeakHash(account.passwordHash ?? "") ? await hashPassword(given.password) : null;
  return transaction(async (tx) => {
    await clearLimit(tx, counted);
    if (renewed)
      await tx.update(clientAccounts).set({ passwordHash: renewed }).where(eq(clientAccounts.id, account.id));
    await audit(tx, actor, { event: "client.password", action: "E", ...about(environment, account.id) });
    return { right: await right(tx, renewed ? { ...account, passwordHash: renewed } : account) };
  });
}

const about = (environment: Environment, id: string) => ({
  object: { type: "client_account", id },
  organisation: environment.id,
});

async function logRefused(tx: Transaction, actor: StrangerActor, environment: Environment, id: string) {
  await audit(tx, actor, { event: "client.password", action: "E", outcome: "refused", ...about(environment, id) });
}

async function mailUnlock(tx: Transaction, account: ClientAccount) {
  const token = await issueLink(tx, { purpose: "client_unlock", subjectId: account.id, lifetimeMs: UNLOCK_MS });
  await mailLink(tx, account, "unlock", token);
}

async function ownCounter(account: ClientAccount | null, device: string | null): Promise<Counted | null> {
  if (!account || !device) return null;
  const [known] = await db
    .select({ id: clientDevices.id })
    .from(clientDevices)
    .where(
      and(
        eq(clientDevices.accountId, account.id),
        eq(clientDevices.tokenHash, tokenHash(device)),
        isNull(clientDevices.removedAt),
      ),
    );
  return known ? ["client_sign_in_device", known.id] : null;
}
