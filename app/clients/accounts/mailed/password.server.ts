import { and, eq, isNull } from "drizzle-orm";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { clientAccounts, clientDevices } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { emailKey } from "#app/platform/doors/invite.server.ts";
import { countLimit } from "#app/platform/doors/limits.server.ts";
import { passDoor, tryDoor, type Comer } from "#app/platform/doors/door-lock.server.ts";
import { usedLately } from "#app/platform/doors/links.server.ts";
import { UNLOCKED_MS, type Held } from "#app/platform/doors/sign-in/known-browser.server.ts";
import { hashPassword, isPassword, isWeakHash } from "#app/platform/doors/passwords/hash.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { keyedHash, tokenHash } from "#app/shared/crypto.server.ts";
import { networkOf } from "#app/shared/network.ts";
import type { ClientAccount } from "../sessions.server.ts";
import { accountByEmail, hasMailDoor } from "./accounts.server.ts";
import { mailWhyNot } from "./mails.server.ts";
import { clientDoor, mailClientUnlock } from "./unlock.server.ts";

const NETWORK = { max: 200, windowMs: 15 * 60_000 };

export type Given = { email: string; password: string } & Held;
export type PasswordRefused = { refused: "wrong" } | { refused: "locked"; until: Date };

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
  const { address } = actor;
  const comer: Comer = { door: clientDoor(environment.id, key), address, known: await knownBrowser(account, given) };
  const tried = await transaction(async (tx) => {
    await countLimit(tx, ["client_sign_in_network", networkOf(address)], NETWORK);
    return tryDoor(tx, comer);
  });
  if ("until" in tried) return { refused: "locked", until: tried.until };
  const same = await isPassword(account?.passwordHash ?? null, given.password);
  const door = account !== null && (await hasMailDoor(account));
  if (!account || !same || !door) {
    await transaction(async (tx) => {
      const id = account?.id ?? keyedHash("unknown_account", key).slice(0, 16);
      await audit(tx, actor, { event: "client.password", outcome: "refused", id, organisation: environment.id });
      if (account && same) await mailWhyNot(tx, account);
      else if (account && door && tried.locks) await mailClientUnlock(tx, account);
    });
    return { refused: "wrong" };
  }
  const renewed = isWeakHash(account.passwordHash ?? "") ? await hashPassword(given.password) : null;
  return transaction(async (tx) => {
    await passDoor(tx, comer);
    if (renewed) await renew(tx, account, renewed);
    await audit(tx, actor, { event: "client.password", id: account.id, organisation: environment.id });
    return { right: await right(tx, renewed ? { ...account, passwordHash: renewed } : account) };
  });
}

/** Only over the hash that was judged: a reset meanwhile stays. */
async function renew(tx: Transaction, account: ClientAccount, passwordHash: string) {
  const judged = and(eq(clientAccounts.id, account.id), eq(clientAccounts.passwordHash, account.passwordHash ?? ""));
  await tx.update(clientAccounts).set({ passwordHash }).where(judged);
}

/** What the tries of a browser that the owner called the own one, or opened a lock with, are counted under; else null. */
async function knownBrowser(account: ClientAccount | null, held: Held): Promise<string[] | null> {
  if (!account) return null;
  if (held.device) {
    const [known] = await db
      .select({ id: clientDevices.id })
      .from(clientDevices)
      .where(
        and(
          eq(clientDevices.accountId, account.id),
          eq(clientDevices.tokenHash, tokenHash(held.device)),
          isNull(clientDevices.removedAt),
        ),
      );
    if (known) return ["client_sign_in_device", known.id];
  }
  const link = await usedLately("client_unlock", held.unlocked, account.id, UNLOCKED_MS);
  return link === null ? null : ["client_sign_in_unlocked", link];
}
