import { eq } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { keyedHash } from "#app/shared/crypto.server.ts";
import { networkOf } from "#app/shared/network.ts";
import { startAttempt } from "../attempts.server.ts";
import { sendCode } from "../codes.server.ts";
import { passDoor, tryDoor, type Comer } from "../door-lock.server.ts";
import { emailKey } from "../email-key.ts";
import { countLimit } from "../limits.server.ts";
import { logged } from "../log.ts";
import type { Door, DoorRow } from "../owners/owner.ts";
import { changeRow, mayUsePassword, rowByEmail } from "../owners/rows.server.ts";
import { hashPassword, isPassword, isWeakHash } from "../passwords/hash.server.ts";
import { halfPurpose } from "../purposes.ts";
import { carrierFor } from "./carrier.server.ts";
import { knownBrowser, type Held } from "./known-browser.server.ts";
import { mailUnlock, triesAt } from "./unlock.server.ts";
import { sentWay } from "./ways.server.ts";

const ATTEMPT_MS = 15 * 60_000;
const NETWORK = { max: 200, windowMs: 15 * 60_000 };
const CODES = { max: 30, windowMs: 60 * 60_000 };

export type Given = { email: string; password: string } & Held;
export type PasswordRefused = { refused: "wrong" } | { refused: "locked"; until: Date };

/**
 * Judges address and password at a door. The failure is counted before the password is compared, and forgotten when it
 * was right, so that many tries at once count as many. Unknown, waiting and closed accounts, and those that do not come in
 * by this door, get the same answer in the same time as a wrong password. A browser that is known to its owner has a
 * counter of its own, so that strangers cannot lock its owner out (A03).
 * @param right what to do in the same transaction when it was right
 */
export async function judgePassword<Row extends DoorRow, T>(
  door: Door<Row>,
  actor: StrangerActor,
  given: Given,
  right: (tx: Transaction, row: Row) => Promise<T>,
): Promise<{ right: T } | PasswordRefused> {
  const row = await rowByEmail(door, given.email);
  const { address } = actor;
  const comer: Comer = { door: triesAt(door, given.email), address, known: await knownBrowser(door, row, given) };
  const tried = await transaction(async (tx) => {
    await countLimit(tx, [`${door.owner.prefix}sign_in_network`, networkOf(address)], NETWORK);
    return tryDoor(tx, comer);
  });
  if ("until" in tried) return { refused: "locked", until: tried.until };
  const same = await isPassword(row?.passwordHash ?? null, given.password);
  const open = row !== null && (await mayUsePassword(door, row));
  if (!row || !same || !open) {
    await transaction((tx) => refused(tx, door, actor, { row, email: given.email, same, mails: open && tried.locks }));
    return { refused: "wrong" };
  }
  const renewed = isWeakHash(row.passwordHash ?? "") ? await hashPassword(given.password) : null;
  return transaction(async (tx) => {
    await passDoor(tx, comer);
    // Only over the hash that was judged: a reset meanwhile stays.
    const judged = eq(door.owner.table.passwordHash, row.passwordHash ?? "");
    if (renewed) await changeRow(tx, door, row.id, { passwordHash: renewed }, judged);
    await audit(tx, actor, logged(door, "password", row.id));
    return { right: await right(tx, renewed ? { ...row, passwordHash: renewed } : row) };
  });
}

async function refused<Row extends DoorRow>(
  tx: Transaction,
  door: Door<Row>,
  actor: StrangerActor,
  { row, email, same, mails }: { row: Row | null; email: string; same: boolean; mails: boolean },
) {
  const id = row?.id ?? keyedHash("unknown_account", emailKey(email)).slice(0, 16);
  await audit(tx, actor, { ...logged(door, "password", id), outcome: "refused" });
  if (row && same) await door.owner.tellWhyNot(tx, row, "sign_in");
  else if (row && mails) await mailUnlock(tx, door, row);
}

/**
 * First step of signing in: a right password makes a half session, and sends the code where one is sent by itself.
 * @returns the token of the half session, for the cookie
 */
export async function givePassword<Row extends DoorRow>(
  door: Door<Row>,
  actor: StrangerActor,
  given: Given,
): Promise<{ token: string } | PasswordRefused> {
  const answer = await judgePassword(door, actor, given, async (tx, row) => {
    const made = await startAttempt(tx, { purpose: halfPurpose(door.owner), account: row, lifetimeMs: ATTEMPT_MS });
    // Whoever has an app needs no code sent; one that would not count goes nowhere.
    const way = await sentWay(door, row, tx);
    if (way) {
      await countLimit(tx, [`${door.owner.prefix}sign_in_codes`, row.id], CODES);
      await sendCode(tx, { attemptId: made.attemptId, carrier: carrierFor(door, row, "sign_in", way === "mail") });
    }
    return made.token;
  });
  return "right" in answer ? { token: answer.right } : answer;
}
