import { and, eq, isNull } from "drizzle-orm";
import { transaction, type Reads, type Transaction } from "#db/client.server.ts";
import { accounts, devices } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { newToken, tokenHash } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { RequestFacts } from "#app/shared/request.server.ts";
import { accountById, mayEnter, type Account } from "../account.server.ts";
import { findBound, finishBound, type Attempt } from "../attempts.server.ts";
import { judgeCode } from "../codes.server.ts";
import { checkHandover } from "../handover.server.ts";
import { tell } from "../tell.server.ts";
import { startSession } from "../sessions.server.ts";
import { checkApp, useRecoveryCode } from "./factors.server.ts";
import { bindAnew, tallyOf } from "./tally.server.ts";
import { waysOf, type Way } from "./ways.server.ts";

export type CodeAnswer = { session: string; device: string } | { refused: "wrong" | "expired" | "used_up" | "off" };

const entrant = async (id: string, from: Reads) => {
  const account = await accountById(id, from);
  return account && mayEnter(account) ? account : null;
};

/**
 * The half-finished sign-in of this browser with its account. @throws Conflict when there is none any more, also when
 * password, factor or rights have changed since it began
 */
export async function halfSession(token: string | null): Promise<{ attempt: Attempt; account: Account }> {
  const found = await findBound("sign_in", token, entrant);
  if (!found) throw new Conflict("sign_in_again");
  return found;
}

/**
 * Second step of signing in. No other way leads from half to whole. A right code starts one session, however often it is
 * sent at once. A code that was sent counts by the channel it went by, whatever the form says.
 */
export async function giveCode(
  token: string | null,
  given: { way: Way; code: string; device: string | null },
  facts: RequestFacts,
): Promise<CodeAnswer> {
  const { attempt, account } = await halfSession(token);
  const ways = await waysOf(account);
  const { verdict, way } = await judge(attempt, account, ways, given);
  if (verdict !== "right") {
    await transaction((tx) =>
      audit(tx, { kind: "stranger", ...facts }, { event: "sign_in.code", outcome: "refused", id: account.id }),
    );
    return { refused: verdict };
  }
  return transaction((tx) => enter(tx, attempt, { ...given, way }, facts));
}

type Verdict = "right" | "wrong" | "expired" | "used_up" | "off";

async function judge(
  attempt: Attempt,
  account: Account,
  ways: Way[],
  { way, code }: { way: Way; code: string },
): Promise<{ verdict: Verdict; way: Way }> {
  const said = (right: boolean) => ({ verdict: right ? ("right" as const) : ("wrong" as const), way });
  if (way === "sms" || way === "mail") {
    if (!ways.includes("sms") && !ways.includes("mail")) return { verdict: "off", way };
    const { verdict, channel } = await judgeCode(attempt.id, code, tallyOf(account));
    return { verdict, way: channel === "mail" ? "mail" : "sms" };
  }
  if (!ways.includes(way)) return { verdict: "off", way };
  if (way === "app") return said(await checkApp(account.id, code));
  if (way === "recovery") return said(await useRecoveryCode(account.id, code));
  return { verdict: await checkHandover(account.id, code), way };
}

async function enter(
  tx: Transaction,
  attempt: Attempt,
  given: { way: Way; device: string | null },
  facts: RequestFacts,
) {
  const account = await finishBound(tx, attempt, entrant);
  const factorKind = given.way === "handover" ? "recovery" : given.way;
  const session = await startSession(tx, { accountId: account.id, factorKind, facts });
  if (given.way !== "mail" && account.mailCodeOff)
    await tx.update(accounts).set({ mailCodeOff: false }).where(eq(accounts.id, account.id));
  if (given.way === "recovery" || given.way === "handover") await bindAnew(tx, account.id);
  const device = await rememberDevice(tx, account, given.device);
  const actor = { kind: "stranger", ...facts } as const;
  await audit(tx, actor, {
    event: "sign_in.done",
    id: account.id,
    detail: { factor: given.way },
  });
  if (given.way === "recovery") await tell(tx, account, "recovery_used");
  return { session, device };
}

async function rememberDevice(tx: Transaction, account: Account, token: string | null): Promise<string> {
  const mine = eq(devices.accountId, account.id);
  const known = token
    ? await tx
        .update(devices)
        .set({ lastSeenAt: now() })
        .where(and(mine, eq(devices.tokenHash, tokenHash(token)), isNull(devices.removedAt)))
        .returning({ id: devices.id })
    : [];
  if (token && known.length > 0) return token;
  const made = token ?? newToken();
  const first = (await tx.$count(devices, mine)) === 0;
  const seen = { lastSeenAt: now(), removedAt: null };
  await tx
    .insert(devices)
    .values({ id: newId(), accountId: account.id, tokenHash: tokenHash(made), createdAt: now(), ...seen })
    .onConflictDoUpdate({ target: [devices.tokenHash, devices.accountId], set: seen });
  if (!first) await tell(tx, account, "device");
  return made;
}
