import { and, eq, lt } from "drizzle-orm";
import { transaction, type Reads, type Transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { oneMore } from "#db/step.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { findBound, finishBound, startAttempt, type Attempt } from "#app/platform/doors/attempts.server.ts";
import { judgeCode, sendCode, type Tally } from "#app/platform/doors/codes.server.ts";
import { countLimit } from "#app/platform/doors/limits.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { Conflict } from "#app/shared/errors.ts";
import { startClientSession, type ClientAccount } from "../sessions.server.ts";
import { accountIn, hasMailDoor } from "./accounts.server.ts";
import { codeMail, tellCodesOff } from "./mails.server.ts";
import { judgePassword, type Given, type PasswordRefused } from "./password.server.ts";

const ATTEMPT_MS = 15 * 60_000;
const HOUR = 3_600_000;
const MOST_FAILURES = 20;

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
    const attempt = { purpose: "client_sign_in", account, lifetimeMs: ATTEMPT_MS } as const;
    const made = await startAttempt(tx, attempt);
    if (account.codeFailures < MOST_FAILURES) await send(tx, made.attemptId, account);
    return made.token;
  });
  return "right" in answer ? { token: answer.right } : answer;
}

async function send(tx: Transaction, attemptId: string, account: ClientAccount) {
  const words = (code: string) => codeMail(account.language ?? "nl", "sign_in", code);
  await sendCode(tx, { attemptId, carrier: { channel: "mail", to: account.email ?? "", words } });
}

/**
 * The half-finished sign-in of this browser with its account. @throws Conflict when there is none any more, also when
 * the password or a way in has changed since it began
 */
export async function halfSession(
  environment: Environment,
  token: string | null,
): Promise<{ attempt: Attempt; account: ClientAccount }> {
  const found = await findBound("client_sign_in", token, entrantOf(environment));
  if (!found) throw new Conflict("sign_in_again");
  return found;
}

const entrantOf = (environment: Environment) => async (id: string, from: Reads) => {
  const account = await accountIn(environment.id, id, from);
  return account && (await hasMailDoor(account, from)) ? account : null;
};

/**
 * Sends the code once more. @throws Limited within a minute, or after three in a quarter of an hour; Conflict when codes
 * are off
 */
export async function resendCode(environment: Environment, token: string | null): Promise<void> {
  const { attempt, account } = await halfSession(environment, token);
  if (account.codeFailures >= MOST_FAILURES) throw new Conflict("codes_off");
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
  const off = account.codeFailures >= MOST_FAILURES;
  const { verdict } = off ? { verdict: "off" as const } : await judgeCode(attempt.id, given.code, tallyOf(account));
  if (verdict !== "right") {
    const line = { event: "client.code", outcome: "refused", id: account.id } as const;
    await transaction((tx) => audit(tx, actor, { ...line, organisation: environment.id }));
    return { refused: verdict };
  }
  const { requestId = "", address = "", client = "" } = actor;
  return transaction(async (tx) => {
    const account = await finishBound(tx, attempt, entrantOf(environment));
    const facts = { requestId, address, client };
    return {
      session: await startClientSession(tx, { account, way: "mail", level: null, device: given.device, facts }),
    };
  });
}

/** Counts the codes of an account over all its attempts: twenty wrong ones in a row, and they are off. */
const tallyOf = ({ id }: ClientAccount): Tally => ({
  count: async (tx) => {
    const on = and(eq(clientAccounts.id, id), lt(clientAccounts.codeFailures, MOST_FAILURES));
    const counted = await tx
      .update(clientAccounts)
      .set({ codeFailures: oneMore(clientAccounts.codeFailures) })
      .where(on)
      .returning({ id: clientAccounts.id });
    return counted.length > 0;
  },
  wrong: async (tx) => {
    const [account] = await tx.select().from(clientAccounts).where(eq(clientAccounts.id, id));
    if (account && account.codeFailures >= MOST_FAILURES) await tellCodesOff(tx, account);
  },
  right: async (tx) => {
    await tx.update(clientAccounts).set({ codeFailures: 0 }).where(eq(clientAccounts.id, id));
  },
});
