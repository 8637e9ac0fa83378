import { and, eq } from "drizzle-orm";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { keyedHash } from "#app/shared/crypto.server.ts";
import { networkOf } from "#app/shared/network.ts";
import { mayEnter, type Account } from "../account.server.ts";
import { carrierFor } from "../activate.server.ts";
import { startAttempt } from "../attempts.server.ts";
import { sendCode } from "../codes.server.ts";
import { passDoor, tryDoor, type Comer } from "../door-lock.server.ts";
import { emailKey } from "../invite.server.ts";
import { countLimit } from "../limits.server.ts";
import { hashPassword, isPassword, isWeakHash } from "../passwords/hash.server.ts";
import { knownBrowser, type Held } from "./known-browser.server.ts";
import { doorOf, mailUnlock } from "./unlock.server.ts";
import { sentWay } from "./ways.server.ts";

const ATTEMPT_MS = 15 * 60_000;
const NETWORK = { max: 200, windowMs: 15 * 60_000 };
const CODES = { max: 30, windowMs: 60 * 60_000 };

export type PasswordAnswer = { token: string } | { refused: "wrong" } | { refused: "locked"; until: Date };

/**
 * First step of signing in. The failure is counted before the password is compared, and forgotten when it was right,
 * so that many tries at once count as many. Unknown, closed and not yet active accounts get the same answer in the
 * same time as a wrong password. A browser that the owner signed in with before, or opened a lock with, has a counter of
 * its own, so that strangers cannot lock its owner out (A03).
 */
export async function givePassword(
  actor: StrangerActor,
  given: { email: string; password: string } & Held,
): Promise<PasswordAnswer> {
  const key = emailKey(given.email);
  const [account] = await db.select().from(accounts).where(eq(accounts.emailKey, key));
  const { address } = actor;
  const comer: Comer = { door: doorOf(key), address, known: await knownBrowser(account, given) };
  const tried = await transaction(async (tx) => {
    await countLimit(tx, ["sign_in_network", networkOf(address)], NETWORK);
    return tryDoor(tx, comer);
  });
  if ("until" in tried) return { refused: "locked", until: tried.until };
  const right = await isPassword(account?.passwordHash ?? null, given.password);
  if (!account || !right || !mayEnter(account)) {
    await transaction((tx) => refused(tx, actor, key, account, tried.locks));
    return { refused: "wrong" };
  }
  const renewed = isWeakHash(account.passwordHash ?? "") ? await hashPassword(given.password) : null;
  return { token: await transaction((tx) => accepted(tx, actor, account, comer, renewed)) };
}

async function refused(
  tx: Transaction,
  actor: StrangerActor,
  key: string,
  account: Account | undefined,
  locks: boolean,
) {
  await audit(tx, actor, {
    event: "sign_in.password",
    outcome: "refused",
    id: account?.id ?? keyedHash("unknown_account", key).slice(0, 16),
  });
  if (locks && account && mayEnter(account)) await mailUnlock(tx, account);
}

async function accepted(tx: Transaction, actor: StrangerActor, account: Account, comer: Comer, renewed: string | null) {
  await passDoor(tx, comer);
  if (renewed) {
    // Only over the hash that was judged: a reset meanwhile stays.
    const judged = and(eq(accounts.id, account.id), eq(accounts.passwordHash, account.passwordHash ?? ""));
    await tx.update(accounts).set({ passwordHash: renewed }).where(judged);
  }
  const made = await startAttempt(tx, { purpose: "sign_in", account, lifetimeMs: ATTEMPT_MS });
  await audit(tx, actor, { event: "sign_in.password", id: account.id });
  // Whoever has an app needs no code sent; one that would not count goes nowhere.
  const way = await sentWay(account, tx);
  if (way) {
    await countLimit(tx, ["sign_in_codes", account.id], CODES);
    await sendCode(tx, { attemptId: made.attemptId, carrier: carrierFor(account, "sign_in", way === "mail") });
  }
  return made.token;
}
