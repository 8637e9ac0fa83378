import { randomInt } from "node:crypto";
import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { codes } from "#db/schema/doors.ts";
import { oneMore } from "#db/step.ts";
import type { Letter } from "#app/platform/messages/letter.ts";
import { send, type Recipient } from "#app/platform/messages/send.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { keyedHash, sameHash } from "#app/shared/crypto.server.ts";
import { Limited } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";

const LIFE_MS = 5 * 60_000;
const MAX_TRIES = 5;
const SENDS = 3;
const SENDS_WINDOW_MS = 15 * 60_000;
const PAUSE_MS = 60_000;

/** How a code reaches its owner, and in which letter; the code stands nowhere else. */
export type Carrier = { to: Recipient; letter: (code: string) => Letter };

export type Verdict = "right" | "wrong" | "expired" | "used_up";
export type Channel = (typeof codes.$inferSelect)["channel"];
export type Judged = { verdict: Verdict | "off"; channel: Channel | null };

/** What is stored of a code: keyed, and bound to its attempt. */
export const codeHash = (attemptId: string, code: string) => keyedHash("code", `${attemptId}|${code}`);

/**
 * Sends a fresh six-digit code for an attempt; an earlier one stops working (ASVS 6.5.1–6.5.5).
 * @throws Limited within a minute of the last one, or after three in a quarter of an hour
 */
export async function sendCode(tx: Transaction, given: { attemptId: string; carrier: Carrier }): Promise<void> {
  const { attemptId, carrier } = given;
  await mindThePause(tx, attemptId);
  await replaceOpen(tx, attemptId);
  const code = String(randomInt(0, 1_000_000)).padStart(6, "0");
  const id = newId();
  await tx.insert(codes).values({
    id,
    attemptId,
    channel: "email" in carrier.to ? "mail" : "sms",
    hash: codeHash(attemptId, code),
    sentAt: now(),
    expiresAt: new Date(now().getTime() + LIFE_MS),
  });
  await send(tx, { ...carrier.to, about: attemptId }, carrier.letter(code), id);
}

async function mindThePause(tx: Transaction, attemptId: string): Promise<void> {
  const sent = await tx
    .select({ sentAt: codes.sentAt })
    .from(codes)
    .where(eq(codes.attemptId, attemptId))
    .orderBy(desc(codes.sentAt));
  const moment = now().getTime();
  const last = sent[0];
  if (last && moment - last.sentAt.getTime() < PAUSE_MS) throw new Limited(new Date(last.sentAt.getTime() + PAUSE_MS));
  const third = sent[SENDS - 1];
  if (third && moment - third.sentAt.getTime() < SENDS_WINDOW_MS) {
    throw new Limited(new Date(third.sentAt.getTime() + SENDS_WINDOW_MS));
  }
}

async function replaceOpen(tx: Transaction, attemptId: string): Promise<void> {
  await tx
    .update(codes)
    .set({ replacedAt: now() })
    .where(and(eq(codes.attemptId, attemptId), isNull(codes.usedAt), isNull(codes.replacedAt)));
}

/**
 * Whose wrong codes are counted, over all channels and attempts together: what is sent anew or by another channel gives
 * no new tries.
 */
export type Tally = {
  /** Counts a try before it is judged, by the channel that the code went by; false when that is off. */
  count: (tx: Transaction, channel: Channel) => Promise<boolean>;
  wrong: (tx: Transaction) => Promise<void>;
  /** The code was right: what was counted is forgotten. */
  right: (tx: Transaction) => Promise<void>;
};

/**
 * Judges a code that hangs on no account yet, or on a limit of its own. See `judgeCode`.
 * @param keep a right one stays good, with its tries: another code that goes with it has to be judged first
 */
export async function checkCode(attemptId: string, entered: string, keep = false): Promise<Verdict> {
  return transaction(async (tx) => (await judge(tx, attemptId, entered, ALWAYS, keep)).verdict as Verdict);
}

const ALWAYS: Tally = {
  count: () => Promise.resolve(true),
  wrong: () => Promise.resolve(),
  right: () => Promise.resolve(),
};

/**
 * Judges an entered code. The try is counted and kept before anything is compared, so that a hundred tries at once
 * are still five (ASVS 6.6.3). A right code works once.
 * @returns the verdict, `off` when the channel of the code is switched off, with the channel that the code went by
 */
export async function judgeCode(attemptId: string, entered: string, tally: Tally): Promise<Judged> {
  return transaction((tx) => judge(tx, attemptId, entered, tally));
}

async function judge(tx: Transaction, attemptId: string, entered: string, tally: Tally, keep = false): Promise<Judged> {
  const [open] = await tx
    .select()
    .from(codes)
    .where(and(eq(codes.attemptId, attemptId), isNull(codes.usedAt), isNull(codes.replacedAt)))
    .orderBy(desc(codes.sentAt))
    .limit(1);
  if (!open) return { verdict: "expired", channel: null };
  const { channel } = open;
  const [counted] = await tx
    .update(codes)
    .set({ tries: oneMore(codes.tries) })
    .where(and(eq(codes.id, open.id), lt(codes.tries, MAX_TRIES)))
    .returning({ tries: codes.tries });
  if (!counted) return { verdict: "used_up", channel };
  if (open.expiresAt <= now()) return { verdict: "expired", channel };
  if (!(await tally.count(tx, channel))) return { verdict: "off", channel };
  if (!sameHash(open.hash, codeHash(attemptId, entered.replace(/\s/g, "")))) {
    await tally.wrong(tx);
    return { verdict: counted.tries >= MAX_TRIES ? "used_up" : "wrong", channel };
  }
  const after = keep ? { tries: open.tries } : { usedAt: now() };
  await tx.update(codes).set(after).where(eq(codes.id, open.id));
  await tally.right(tx);
  return { verdict: "right", channel };
}

/** By which channel the last code of this attempt went, or null when none was sent. */
export async function channelOf(attemptId: string): Promise<Channel | null> {
  const [last] = await db
    .select({ channel: codes.channel })
    .from(codes)
    .where(eq(codes.attemptId, attemptId))
    .orderBy(desc(codes.sentAt), desc(codes.id))
    .limit(1);
  return last?.channel ?? null;
}
