import { transaction } from "#db/client.server.ts";
import { audit } from "#app/audit/record.server.ts";
import type { AccountActor } from "#app/rights/actor.ts";
import { Conflict } from "#app/shared/errors.ts";
import { accountById, factorOf, masked, mobileOf } from "../account.server.ts";
import { carrierFor } from "../activate.server.ts";
import { findAttempt, finishAttempt, startAttempt } from "../attempts.server.ts";
import { checkCode, sendCode, type Verdict } from "../codes.server.ts";
import { countLimit } from "../limits.server.ts";
import { renewSession } from "../sessions.server.ts";
import { appFactor, checkApp } from "./factors.server.ts";

const ATTEMPT_MS = 15 * 60_000;

/** How this person proves once more to be there, and whether a code is on its way already. */
export async function freshWay(actor: AccountActor, token: string | null) {
  const account = await accountById(actor.accountId);
  if (!account) throw new Conflict("sign_in_again");
  const mobile = mobileOf(account);
  const way = (await appFactor(account.id)) ? ("app" as const) : mobile ? ("sms" as const) : ("mail" as const);
  const attempt = await findAttempt("fresh", token);
  return { way, to: masked(mobile ?? account.email), sent: attempt?.subjectId === account.id };
}

/** Sends the code for a fresh proof; returns the token of the attempt. @throws Limited */
export async function askFresh(actor: AccountActor, token: string | null): Promise<string> {
  const account = await accountById(actor.accountId);
  if (!account) throw new Conflict("sign_in_again");
  const open = await findAttempt("fresh", token);
  return transaction(async (tx) => {
    await countLimit(tx, ["fresh_codes", account.id], { max: 3, windowMs: 15 * 60_000 });
    const mine = open && open.subjectId === account.id && token ? { attemptId: open.id, token } : null;
    const made = mine ?? (await startAttempt(tx, { purpose: "fresh", subjectId: account.id, lifetimeMs: ATTEMPT_MS }));
    await sendCode(tx, { attemptId: made.attemptId, carrier: carrierFor(account, "fresh") });
    return made.token;
  });
}

/**
 * Judges the code; when it is right, this session counts as freshly proved for five minutes (ASVS 7.5.3) and has a new
 * secret, which is returned.
 */
export async function giveFresh(
  actor: AccountActor,
  token: string | null,
  code: string,
): Promise<{ session: string } | { verdict: Exclude<Verdict, "right"> | "off" }> {
  const account = await accountById(actor.accountId);
  if (!account) throw new Conflict("sign_in_again");
  if (await appFactor(account.id)) {
    if (!(await checkApp(account.id, code))) return { verdict: "wrong" };
  } else {
    const attempt = await findAttempt("fresh", token);
    const factor = await factorOf(account.id, account.mobile ? "sms" : "mail");
    if (!attempt || attempt.subjectId !== account.id) return { verdict: "expired" };
    if (!factor || factor.offAt) return { verdict: "off" };
    const verdict = await checkCode(attempt.id, code, factor.id);
    if (verdict !== "right") return { verdict };
    await transaction((tx) => finishAttempt(tx, attempt.id));
  }
  return transaction(async (tx) => {
    const session = await renewSession(tx, actor.sessionId);
    await audit(tx, actor, { event: "sign_in.fresh", action: "E", object: { type: "account", id: account.id } });
    return { session };
  });
}
