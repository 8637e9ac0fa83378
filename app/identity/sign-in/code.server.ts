import { and, eq } from "drizzle-orm";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { accounts, codes, devices } from "#db/schema/identity.ts";
import { audit } from "#app/audit/record.server.ts";
import { queueMail } from "#app/notifications/outbox.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { newToken, tokenHash } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { RequestFacts } from "#app/shared/request.server.ts";
import { accountById, factorOf, type Account } from "../account.server.ts";
import { carrierFor } from "../activate.server.ts";
import { findAttempt, finishAttempt, type Attempt } from "../attempts.server.ts";
import { checkCode, sendCode } from "../codes.server.ts";
import { checkHandover } from "../handover.server.ts";
import { changeMail, type Change } from "../mails.server.ts";
import { startSession } from "../sessions.server.ts";
import { appFactor, checkApp, useRecoveryCode } from "./factors.server.ts";

export type Way = "sms" | "mail" | "app" | "recovery" | "handover";
export type CodeAnswer = { session: string; device: string } | { refused: "wrong" | "expired" | "used_up" | "off" };

/** The half-finished sign-in of this browser with its account. @throws Conflict when there is none any more */
export async function halfSession(token: string | null): Promise<{ attempt: Attempt; account: Account }> {
  const attempt = await findAttempt("sign_in", token);
  const account = attempt && (await accountById(attempt.subjectId));
  if (!attempt || account?.state !== "active") throw new Conflict("sign_in_again");
  return { attempt, account };
}

/** In which ways this account may give its second factor now, the usual one first. */
export async function waysOf(account: Account): Promise<Way[]> {
  const ways: Way[] = [];
  if (await appFactor(account.id)) ways.push("app");
  if (account.mobile) ways.push("sms");
  if (!account.mailCodeOff) ways.push("mail");
  if (account.mailCodeOff && !account.mobile) ways.push("handover");
  return [...ways, "recovery"];
}

/**
 * Second step of signing in. No other way leads from half to whole. A right code starts one session, however often it is
 * sent at once.
 */
export async function giveCode(
  token: string | null,
  given: { way: Way; code: string; device: string | null },
  facts: RequestFacts,
): Promise<CodeAnswer> {
  const { attempt, account } = await halfSession(token);
  if (!(await waysOf(account)).includes(given.way)) return { refused: "off" };
  const verdict = await judge(attempt, account, given);
  if (verdict !== "right") {
    await transaction((tx) =>
      audit(
        tx,
        { kind: "stranger", ...facts },
        { event: "sign_in.code", action: "E", outcome: "refused", object: { type: "account", id: account.id } },
      ),
    );
    return { refused: verdict };
  }
  return transaction((tx) => enter(tx, attempt, account, given, facts));
}

async function judge(attempt: Attempt, account: Account, given: { way: Way; code: string }) {
  switch (given.way) {
    case "app":
      return (await checkApp(account.id, given.code)) ? "right" : "wrong";
    case "recovery":
      return (await useRecoveryCode(account.id, given.code)) ? "right" : "wrong";
    case "handover":
      return checkHandover(account.id, given.code);
    case "sms":
    case "mail": {
      const factor = await factorOf(account.id, given.way);
      if (!factor || factor.offAt) return "off";
      return checkCode(attempt.id, given.code, factor.id);
    }
  }
}

async function enter(
  tx: Transaction,
  attempt: Attempt,
  account: Account,
  given: { way: Way; device: string | null },
  facts: RequestFacts,
) {
  await finishAttempt(tx, attempt.id);
  const factorKind = given.way === "handover" ? "recovery" : given.way;
  const session = await startSession(tx, { accountId: account.id, factorKind, facts });
  if (given.way !== "mail" && account.mailCodeOff)
    await tx.update(accounts).set({ mailCodeOff: false }).where(eq(accounts.id, account.id));
  const device = await rememberDevice(tx, account, given.device);
  const actor = { kind: "stranger", ...facts } as const;
  await audit(tx, actor, {
    event: "sign_in.done",
    action: "E",
    object: { type: "account", id: account.id },
    detail: { factor: given.way },
  });
  if (given.way === "recovery") await tell(tx, account, "recovery_used");
  return { session, device };
}

async function rememberDevice(tx: Transaction, account: Account, token: string | null): Promise<string> {
  const known = token
    ? await tx
        .update(devices)
        .set({ lastSeenAt: now() })
        .where(and(eq(devices.accountId, account.id), eq(devices.tokenHash, tokenHash(token))))
        .returning({ id: devices.id })
    : [];
  if (token && known.length > 0) return token;
  const made = token ?? newToken();
  const first = (await tx.$count(devices, eq(devices.accountId, account.id))) === 0;
  await tx
    .insert(devices)
    .values({ id: newId(), accountId: account.id, tokenHash: tokenHash(made), createdAt: now(), lastSeenAt: now() });
  if (!first) await tell(tx, account, "device");
  return made;
}

/** Mails the owner that something changed (ASVS 6.3.7). */
export async function tell(tx: Transaction, account: Account, change: Change): Promise<void> {
  const key = `${change}:${account.id}:${newId()}`;
  await queueMail(tx, {
    to: account.email,
    kind: change,
    key,
    subjectId: account.id,
    ...changeMail(account, change, now()),
  });
}

/**
 * Sends the code once more, or by mail instead of SMS; the latter is told to the owner.
 * @throws Limited within a minute of the last one; Conflict when a mailed code does not count for this account now
 */
export async function resendCode(token: string | null, byMail: boolean): Promise<void> {
  const { attempt, account } = await halfSession(token);
  if ((byMail || !account.mobile) && account.mailCodeOff) throw new Conflict("mail_code_off");
  await transaction(async (tx) => {
    await sendCode(tx, { attemptId: attempt.id, carrier: carrierFor(account, "sign_in", byMail) });
    if (byMail && account.mobile) await tell(tx, account, "mail_code");
  });
}

/** Whether the code of this attempt went by mail although a mobile is known. */
export async function lastChannel(attemptId: string): Promise<"sms" | "mail" | null> {
  const rows = await db
    .select({ channel: codes.channel, at: codes.sentAt })
    .from(codes)
    .where(eq(codes.attemptId, attemptId));
  const last = rows.sort((a, b) => b.at.getTime() - a.at.getTime())[0]?.channel;
  return last === "sms" || last === "mail" ? last : null;
}
