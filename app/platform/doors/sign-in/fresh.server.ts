import { transaction, type Reads } from "#db/client.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { Conflict } from "#app/shared/errors.ts";
import { accountById, masked, mayEnter, mobileOf, type Account } from "../account.server.ts";
import { findBound, finishBound, startAttempt } from "../attempts.server.ts";
import { channelOf, judgeCode, sendCode, type Verdict } from "../codes.server.ts";
import { countLimit } from "../limits.server.ts";
import { accountDoor } from "../owners/account.server.ts";
import { renewSession } from "../sessions.server.ts";
import { carrierFor } from "./carrier.server.ts";
import { checkApp } from "./factors.server.ts";
import { tallyOf } from "./tally.server.ts";
import { sentWay, waysOf } from "./ways.server.ts";

const ATTEMPT_MS = 15 * 60_000;

async function ownAccount(actor: AccountActor): Promise<Account> {
  const account = await accountById(actor.accountId);
  if (!account) throw new Conflict("sign_in_again");
  return account;
}

/** The attempt of this browser for this very account, when nothing of its credentials has changed. */
const openFor = (actor: AccountActor, token: string | null) => findBound("fresh", token, own(actor));
const own = (actor: AccountActor) => async (id: string, from: Reads) => {
  const account = id === actor.accountId ? await accountById(id, from) : null;
  return account && mayEnter(account) ? account : null;
};

/**
 * How this person proves once more to be there, and whether a code is on its way already. `off`: no code of this account
 * counts now.
 */
export async function freshWay(actor: AccountActor, token: string | null) {
  const account = await ownAccount(actor);
  const [usual] = await waysOf(accountDoor, account);
  if (usual !== "app" && usual !== "sms" && usual !== "mail") return { way: "off" as const, to: "", sent: false };
  const open = await openFor(actor, token);
  const channel = open && (await channelOf(open.attempt.id));
  const way = usual !== "app" && (channel === "sms" || channel === "mail") ? channel : usual;
  const mobile = mobileOf(account);
  return { way, to: masked(way === "sms" && mobile ? mobile : account.email), sent: open !== null };
}

/**
 * Sends the code for a fresh proof; returns the token of the attempt.
 * @throws Limited; Conflict when no code that is sent counts for this account now
 */
export async function askFresh(actor: AccountActor, token: string | null): Promise<string> {
  const account = await ownAccount(actor);
  const channel = await sentWay(accountDoor, account);
  if (!channel) throw new Conflict("codes_off");
  const open = await openFor(actor, token);
  return transaction(async (tx) => {
    await countLimit(tx, ["fresh_codes", account.id], { max: 3, windowMs: 15 * 60_000 });
    const mine = open && token ? { attemptId: open.attempt.id, token } : null;
    const made = mine ?? (await startAttempt(tx, { purpose: "fresh", account, lifetimeMs: ATTEMPT_MS }));
    await sendCode(tx, {
      attemptId: made.attemptId,
      carrier: carrierFor(accountDoor, account, "fresh", channel === "mail"),
    });
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
  const account = await ownAccount(actor);
  const [usual] = await waysOf(accountDoor, account);
  if (usual === "app") {
    if (!(await checkApp(accountDoor, account.id, code))) return { verdict: "wrong" };
    return transaction((tx) => proved(actor, tx));
  }
  if (usual !== "sms" && usual !== "mail") return { verdict: "off" };
  const open = await openFor(actor, token);
  if (!open) return { verdict: "expired" };
  const { verdict } = await judgeCode(open.attempt.id, code, tallyOf(accountDoor, account));
  if (verdict !== "right") return { verdict };
  return transaction(async (tx) => {
    await finishBound(tx, open.attempt, own(actor));
    return proved(actor, tx);
  });
}

async function proved(actor: AccountActor, tx: Parameters<typeof renewSession>[0]): Promise<{ session: string }> {
  const session = await renewSession(tx, actor.sessionId);
  await audit(tx, actor, { event: "sign_in.fresh", id: actor.accountId });
  return { session };
}
