import { and, eq } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { accounts, devices } from "#db/schema/identity.ts";
import { audit } from "#app/audit/record.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { newToken, tokenHash } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { RequestFacts } from "#app/shared/request.server.ts";
import { accountById, factorOf, type Account } from "../account.server.ts";
import { findAttempt, finishAttempt, type Attempt } from "../attempts.server.ts";
import { checkCode } from "../codes.server.ts";
import { checkHandover } from "../handover.server.ts";
import { tell } from "../tell.server.ts";
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
