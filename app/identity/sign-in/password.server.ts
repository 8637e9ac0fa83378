import { and, eq } from "drizzle-orm";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { accounts, devices } from "#db/schema/identity.ts";
import { audit } from "#app/audit/record.server.ts";
import { queueMail } from "#app/notifications/outbox.server.ts";
import type { StrangerActor } from "#app/rights/actor.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { keyedHash, tokenHash } from "#app/shared/crypto.server.ts";
import { networkOf } from "#app/shared/network.ts";
import type { Account } from "../account.server.ts";
import { carrierFor } from "../activate.server.ts";
import { startAttempt } from "../attempts.server.ts";
import { sendCode } from "../codes.server.ts";
import { emailKey } from "../invite.server.ts";
import { blockedUntil, clearLimit, countFailure, countLimit, type Counted } from "../limits.server.ts";
import { issueLink } from "../links.server.ts";
import { unlockMail } from "../mails.server.ts";
import { hashPassword, isPassword, isWeakHash } from "../passwords/hash.server.ts";
import { appFactor } from "./factors.server.ts";

const ATTEMPT_MS = 15 * 60_000;
const LOCK_MS = 15 * 60_000;
const LOCK_AT = 10;
const UNLOCK_MS = 60 * 60_000;
/** Wait after so many failures in a row: nothing at first, then longer, from ten on a quarter of an hour. */
const waitMs = (failures: number) => (failures >= LOCK_AT ? LOCK_MS : failures < 4 ? 0 : 2 ** (failures - 3) * 1000);

export type PasswordAnswer = { token: string } | { refused: "wrong" } | { refused: "locked"; until: Date };

/**
 * First step of signing in. The failure is counted before the password is compared, and forgotten when it was right,
 * so that many tries at once count as many. Unknown, closed and not yet active accounts get the same answer in the
 * same time as a wrong password. A browser that was signed in before has a counter of its own, so that strangers
 * cannot lock its owner out (A03).
 */
export async function givePassword(
  actor: StrangerActor,
  given: { email: string; password: string; device: string | null },
): Promise<PasswordAnswer> {
  const key = emailKey(given.email);
  const [account] = await db.select().from(accounts).where(eq(accounts.emailKey, key));
  const counted = await counterFor(key, account, given.device);
  const before = await transaction(async (tx) => {
    await countLimit(tx, ["sign_in_network", networkOf(actor.address)], { max: 200, windowMs: LOCK_MS });
    const blocked = await blockedUntil(tx, counted);
    if (blocked) return { until: blocked };
    return { failures: (await countFailure(tx, counted, waitMs)).failures };
  });
  if (before.until) return { refused: "locked", until: before.until };
  const right = await isPassword(account?.passwordHash ?? null, given.password);
  if (!account || !right || !mayEnter(account)) {
    await transaction((tx) => refused(tx, actor, key, account, before.failures ?? 0));
    return { refused: "wrong" };
  }
  const renewed = isWeakHash(account.passwordHash ?? "") ? await hashPassword(given.password) : null;
  return { token: await transaction((tx) => accepted(tx, actor, account, counted, renewed)) };
}

const mayEnter = (account: Account) =>
  account.state === "active" && (account.endsOn === null || account.endsOn >= today());

async function counterFor(key: string, account: Account | undefined, device: string | null): Promise<Counted> {
  if (account && device) {
    const mine = and(eq(devices.accountId, account.id), eq(devices.tokenHash, tokenHash(device)));
    const [known] = await db.select({ id: devices.id }).from(devices).where(mine);
    if (known) return ["sign_in_device", known.id];
  }
  return ["sign_in", key];
}

async function refused(
  tx: Transaction,
  actor: StrangerActor,
  key: string,
  account: Account | undefined,
  failures: number,
) {
  const object = { type: "account", id: account?.id ?? keyedHash("unknown_account", key).slice(0, 16) };
  await audit(tx, actor, { event: "sign_in.password", action: "E", outcome: "refused", object });
  if (failures !== LOCK_AT || account?.state !== "active") return;
  const token = await issueLink(tx, { purpose: "unlock", subjectId: account.id, lifetimeMs: UNLOCK_MS });
  const message = {
    to: account.email,
    kind: "unlock",
    key: `unlock:${account.id}:${now().getTime()}`,
    subjectId: account.id,
  };
  await queueMail(tx, { ...message, ...unlockMail(account, token) });
}

async function accepted(
  tx: Transaction,
  actor: StrangerActor,
  account: Account,
  counted: Counted,
  renewed: string | null,
) {
  await clearLimit(tx, counted);
  if (renewed) await tx.update(accounts).set({ passwordHash: renewed }).where(eq(accounts.id, account.id));
  const made = await startAttempt(tx, { purpose: "sign_in", subjectId: account.id, lifetimeMs: ATTEMPT_MS });
  await audit(tx, actor, { event: "sign_in.password", action: "E", object: { type: "account", id: account.id } });
  const hasApp = (await appFactor(account.id, tx)) !== null;
  // Whoever reset from the mailbox gets no code in that mailbox; whoever has an app needs none sent.
  if (!hasApp && !(account.mailCodeOff && !account.mobile)) {
    await countLimit(tx, ["sign_in_codes", account.id], { max: 30, windowMs: 60 * 60_000 });
    await sendCode(tx, { attemptId: made.attemptId, carrier: carrierFor(account, "sign_in") });
  }
  return made.token;
}
