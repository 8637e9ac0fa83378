import { and, eq } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { accounts, doorFactors } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { RequestFacts } from "#app/shared/request.server.ts";
import { accountById, type Account } from "./account.server.ts";
import { findAttempt, finishAttempt, startAttempt } from "./attempts.server.ts";
import { checkCode, sendCode, type Verdict } from "./codes.server.ts";
import { checkHandover } from "./handover.server.ts";
import { invitationState } from "./invitation-state.server.ts";
import { countLimit } from "./limits.server.ts";
import { useLink } from "./links.server.ts";
import { accountDoor } from "./owners/account.server.ts";
import { hashPassword } from "./passwords/hash.server.ts";
import { passwordFault } from "./passwords/rules.ts";
import { startSession } from "./sessions.server.ts";
import { carrierFor } from "./sign-in/carrier.server.ts";

const ATTEMPT_MS = 30 * 60_000;
/** Over all attempts: what is begun or sent anew gives no more tries. */
const CODES = { max: 3, windowMs: 15 * 60_000 };

/**
 * First half of activating: a password. Nothing of the account changes and the link is not used up; the password waits,
 * hashed and sealed, for the code. Returns the token of the attempt. @throws Invalid, Conflict, Limited
 */
export async function choosePassword(link: { id: string; accountId: string }, password: string): Promise<string> {
  const account = await accountById(link.accountId);
  if (!account || invitationState(account) !== "invited") throw new Conflict("not_invited");
  const fault = await passwordFault(password, accountDoor.owner.ownWords(account, ""));
  if (fault) throw new Invalid({ password: fault });
  const hash = await hashPassword(password);
  return transaction(async (tx) => {
    await countLimit(tx, ["activation_codes", account.id], CODES);
    const payload = JSON.stringify({ hash, linkId: link.id });
    const made = await startAttempt(tx, {
      purpose: "activation",
      subjectId: account.id,
      payload,
      lifetimeMs: ATTEMPT_MS,
    });
    await sendCode(tx, { attemptId: made.attemptId, carrier: carrierFor(accountDoor, account, "activation") });
    return made.token;
  });
}

/**
 * Second half: the code, and without a mobile also the code that was handed over. Only when all are right is the link
 * used up and the account active, once, with a first session (opportunity 4 of the feature list).
 */
export async function confirmActivation(
  token: string | null,
  entered: { code: string; handover: string },
  facts: RequestFacts,
): Promise<{ session: string } | { verdict: Exclude<Verdict, "right">; field: "code" | "handover" }> {
  const attempt = await findAttempt("activation", token);
  const account = attempt && (await accountById(attempt.subjectId));
  if (!attempt?.payload || !account || invitationState(account) !== "invited") throw new Conflict("not_invited");
  // It cannot be sent anew as the other can: a typing error in that one does not use it up.
  const handed = account.mobile ? "right" : await checkHandover(account.id, entered.handover, true);
  if (handed !== "right") return { verdict: handed, field: "handover" };
  const verdict = await checkCode(attempt.id, entered.code);
  if (verdict !== "right") return { verdict, field: "code" };
  const used = account.mobile ? "right" : await checkHandover(account.id, entered.handover);
  if (used !== "right") return { verdict: used, field: "handover" };
  const { hash, linkId } = JSON.parse(attempt.payload) as { hash: string; linkId: string };
  const session = await transaction(async (tx) => {
    await useLink(tx, linkId);
    await finishAttempt(tx, attempt.id);
    await makeActive(tx, account, hash);
    const actor = {
      kind: "link",
      role: "applicant",
      subjectId: account.id,
      name: `${account.firstName} ${account.lastName}`,
      ...facts,
    } as const;
    await audit(tx, actor, {
      event: "account.activate",
      id: account.id,
      subjectId: account.id,
    });
    const way = account.mobile ? "sms" : "mail";
    return startSession(tx, accountDoor, { ownerId: account.id, way, facts, detail: null });
  });
  return { session };
}

async function makeActive(tx: Transaction, account: Account, passwordHash: string): Promise<void> {
  const done = await tx
    .update(accounts)
    .set({ state: "active", passwordHash, activatedAt: now(), mailCodeOff: false })
    .where(and(eq(accounts.id, account.id), eq(accounts.state, "invited")))
    .returning({ id: accounts.id });
  if (done.length === 0) throw new Conflict("not_invited");
  for (const kind of account.mobile ? (["sms", "mail"] as const) : (["mail"] as const)) {
    const own = { ownerKind: accountDoor.owner.kind, ownerId: account.id };
    await tx.insert(doorFactors).values({ id: newId(), ...own, kind, boundAt: now(), createdAt: now() });
  }
}

/** Sends the activation code once more. @throws Limited within a minute, or after three */
export async function resendActivationCode(token: string | null): Promise<void> {
  const attempt = await findAttempt("activation", token);
  const account = attempt && (await accountById(attempt.subjectId));
  if (!attempt || account?.state !== "invited") throw new Conflict("not_invited");
  await transaction(async (tx) => {
    await countLimit(tx, ["activation_codes", account.id], CODES);
    await sendCode(tx, { attemptId: attempt.id, carrier: carrierFor(accountDoor, account, "activation") });
  });
}
