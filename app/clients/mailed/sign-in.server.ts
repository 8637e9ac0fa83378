import { transaction, type Transaction } from "#db/client.server.ts";
import { audit } from "#app/audit/record.server.ts";
import type { Environment } from "#app/environments/environment.ts";
import { findAttempt, finishAttempt, startAttempt, type Attempt } from "#app/identity/attempts.server.ts";
import { checkCode, sendCode } from "#app/identity/codes.server.ts";
import { blockedUntil, clearLimit, countFailure, countLimit, type Counted } from "#app/identity/limits.server.ts";
import type { StrangerActor } from "#app/rights/actor.ts";
import { keyedHash } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { startClientSession, type ClientAccount } from "../sessions.server.ts";
import { accountIn, hasMailDoor } from "./accounts.server.ts";
import { codeMail } from "./mails.server.ts";
import { judgePassword, type Given, type PasswordRefused } from "./password.server.ts";

const ATTEMPT_MS = 15 * 60_000;
const HOUR = 3_600_000;
const MOST_FAILURES = 20;
const FOR_GOOD_MS = 100 * 365 * 86_400_000;

/** What wrong codes of an account are counted under; only a right one or a new password sets it back. */
export const codeCounter = (accountId: string): Counted => ["client_code", accountId];

/** Ties a half session to the password it was made with: a new password makes it worthless. */
const passwordMark = (account: ClientAccount) => keyedHash("client_password", account.passwordHash ?? "");

/**
 * First step by the door of password and mailed code (U-02): a right password makes a half session and sends the code.
 * @returns the token of the half session, for the cookie
 */
export async function givePassword(
  actor: StrangerActor,
  environment: Environment,
  given: Given,
): Promise<{ token: string } | PasswordRefused> {
  const answer = await judgePassword(actor, environment, given, async (tx, account) => {
    await countLimit(tx, ["client_sign_in_codes", account.id], { max: 30, windowMs: HOUR });
    const payload = passwordMark(account);
    const attempt = { purpose: "client_sign_in", subjectId: account.id, payload, lifetimeMs: ATTEMPT_MS } as const;
    const made = await startAttempt(tx, attempt);
    await send(tx, made.attemptId, account);
    return made.token;
  });
  return "right" in answer ? { token: answer.right } : answer;
}

async function send(tx: Transaction, attemptId: string, account: ClientAccount) {
  const words = (code: string) => codeMail(account.language ?? "nl", "sign_in", code);
  await sendCode(tx, { attemptId, carrier: { channel: "mail", to: account.email ?? "", words } });
}

/** The half-finished sign-in of this browser with its account. @throws Conflict when there is none any more */
export async function halfSession(
  environment: Environment,
  token: string | null,
): Promise<{ attempt: Attempt; account: ClientAccount }> {
  const attempt = await findAttempt("client_sign_in", token);
  const account = attempt && (await accountIn(environment.id, attempt.subjectId));
  if (!attempt || !account || !(await hasMailDoor(account)) || attempt.payload !== passwordMark(account))
    throw new Conflict("sign_in_again");
  return { attempt, account };
}

/** Sends the code once more. @throws Limited within a minute, or after three in a quarter of an hour */
export async function resendCode(environment: Environment, token: string | null): Promise<void> {
  const { attempt, account } = await halfSession(environment, token);
  await transaction((tx) => send(tx, attempt.id, account));
}

/**
 * Second step: the code from the mailbox. No other way leads from half to whole; a right code starts one session. After
 * 20 wrong ones in a row the codes of this account are off until a new password is set.
 * @returns the value of the session cookie
 */
export async function giveCode(
  actor: StrangerActor,
  environment: Environment,
  token: string | null,
  given: { code: string; device: string | null },
): Promise<{ session: string } | { refused: "wrong" | "expired" | "used_up" | "off" }> {
  const { attempt, account } = await halfSession(environment, token);
  const counter = codeCounter(account.id);
  const off = await transaction(async (tx) => {
    if (await blockedUntil(tx, counter)) return true;
    await countFailure(tx, counter, (failures) => (failures >= MOST_FAILURES ? FOR_GOOD_MS : 0));
    return false;
  });
  const verdict = off ? "off" : await checkCode(attempt.id, given.code);
  const object = { type: "client_account", id: account.id };
  if (verdict !== "right") {
    const line = { event: "client.code", action: "E", outcome: "refused", object } as const;
    await transaction((tx) => audit(tx, actor, { ...line, organisation: environment.id }));
    return { refused: verdict };
  }
  const { requestId = "", address = "", client = "" } = actor;
  return transaction(async (tx) => {
    await finishAttempt(tx, attempt.id);
    await clearLimit(tx, counter);
    const facts = { requestId, address, client };
    return {
      session: await startClientSession(tx, { account, way: "mail", level: null, device: given.device, facts }),
    };
  });
}
