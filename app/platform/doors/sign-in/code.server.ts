import { transaction, type Transaction } from "#db/client.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { Conflict } from "#app/shared/errors.ts";
import { findBound, finishBound, type Attempt } from "../attempts.server.ts";
import { judgeCode, sendCode } from "../codes.server.ts";
import { checkHandover } from "../handover.server.ts";
import { tell } from "../letters/write.server.ts";
import { logged } from "../log.ts";
import type { Door, DoorRow, Way } from "../owners/owner.ts";
import { changeRow, entrant } from "../owners/rows.server.ts";
import { halfPurpose } from "../purposes.ts";
import { startSession } from "../sessions.server.ts";
import { carrierFor } from "./carrier.server.ts";
import { checkApp, useRecoveryCode } from "./factors.server.ts";
import { rememberDevice } from "./known-browser.server.ts";
import { bindAnew, tallyOf } from "./tally.server.ts";
import { waysOf } from "./ways.server.ts";

type Verdict = "right" | "wrong" | "expired" | "used_up" | "off";
export type CodeAnswer = { session: string; device: string | null } | { refused: Exclude<Verdict, "right"> };

/**
 * The half-finished sign-in of this browser with its account. @throws Conflict when there is none any more, also when
 * password, factor or rights have changed since it began
 */
export async function halfSession<Row extends DoorRow>(
  door: Door<Row>,
  token: string | null,
): Promise<{ attempt: Attempt; account: Row }> {
  const found = await findBound(halfPurpose(door.owner), token, entrant(door));
  if (!found) throw new Conflict("sign_in_again");
  return found;
}

/**
 * Sends the code once more, or by mail instead of SMS; the latter is told to the owner.
 * @throws Limited within a minute of the last one, or after three in a quarter of an hour; Conflict when a code by this
 * channel does not count for this account now
 */
export async function resendCode(door: Door, token: string | null, byMail = false): Promise<void> {
  const { attempt, account } = await halfSession(door, token);
  const ways = await waysOf(door, account);
  const mobile = door.owner.mobileOf(account);
  const channel = byMail || !mobile ? "mail" : "sms";
  if (!ways.includes(channel)) throw new Conflict(`${channel}_code_off`);
  await transaction(async (tx) => {
    await sendCode(tx, { attemptId: attempt.id, carrier: carrierFor(door, account, "sign_in", channel === "mail") });
    if (channel === "mail" && mobile) await tell(tx, door, account, "mail_code");
  });
}

/**
 * Second step of signing in. No other way leads from half to whole. A right code starts one session, however often it is
 * sent at once. A code that was sent counts by the channel it went by, whatever the form says.
 * @returns the value of the session cookie, and that of the cookie by which this browser is known from now on
 */
export async function giveCode<Row extends DoorRow>(
  door: Door<Row>,
  actor: StrangerActor,
  token: string | null,
  given: { way: Way; code: string; device: string | null },
): Promise<CodeAnswer> {
  const { attempt, account } = await halfSession(door, token);
  const { verdict, way } = await judge(door, attempt, account, given);
  if (verdict !== "right") {
    await transaction((tx) => audit(tx, actor, { ...logged(door, "code", account.id), outcome: "refused" }));
    return { refused: verdict };
  }
  return transaction((tx) => enter(tx, door, actor, attempt, { way, device: given.device }));
}

async function judge<Row extends DoorRow>(
  door: Door<Row>,
  attempt: Attempt,
  account: Row,
  { way, code }: { way: Way; code: string },
): Promise<{ verdict: Verdict; way: Way }> {
  const ways = await waysOf(door, account);
  const said = (right: boolean) => ({ verdict: right ? ("right" as const) : ("wrong" as const), way });
  if (way === "sms" || way === "mail") {
    if (!ways.includes("sms") && !ways.includes("mail")) return { verdict: "off", way };
    const { verdict, channel } = await judgeCode(attempt.id, code, tallyOf(door, account));
    return { verdict, way: channel === "mail" ? "mail" : "sms" };
  }
  if (!ways.includes(way)) return { verdict: "off", way };
  if (way === "app") return said(await checkApp(door, account.id, code));
  if (way === "recovery") return said(await useRecoveryCode(account.id, code));
  return { verdict: await checkHandover(account.id, code), way };
}

async function enter<Row extends DoorRow>(
  tx: Transaction,
  door: Door<Row>,
  actor: StrangerActor,
  attempt: Attempt,
  { way, device }: { way: Way; device: string | null },
) {
  const { owner } = door;
  const account = await finishBound(tx, attempt, entrant(door));
  const { requestId = "", address = "", client = "" } = actor;
  const session = await startSession(tx, door, {
    ownerId: account.id,
    way: way === "handover" ? "recovery" : way,
    device,
    facts: { requestId, address, client },
    detail: owner.factors === "bound" ? { factor: way } : undefined,
  });
  if (way !== "mail" && owner.mailProvesNothing(account)) await changeRow(tx, door, account.id, owner.strongerSets);
  if (way === "recovery" || way === "handover") await bindAnew(tx, door, account.id);
  const known = await rememberDevice(tx, door, account, device);
  if (way === "recovery") await tell(tx, door, account, "recovery_used");
  return { session, device: known };
}
