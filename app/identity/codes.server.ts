import { randomInt } from "node:crypto";
import { and, desc, eq, isNull, lt } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { codes, factors } from "#db/schema/identity.ts";
import { queueMail, queueSms, type Mail } from "#app/notifications/outbox.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { keyedHash, sameHash } from "#app/shared/crypto.server.ts";
import { Limited } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";

const LIFE_MS = 5 * 60_000;
const MAX_TRIES = 5;
const SENDS = 3;
const SENDS_WINDOW_MS = 15 * 60_000;
const PAUSE_MS = 60_000;

/** How a code reaches its owner. `words` makes the text from the code; the code stands nowhere else. */
export type Carrier =
  | { channel: "sms"; to: string; words: (code: string) => string }
  | { channel: "mail"; to: string; words: (code: string) => Mail };

export type Verdict = "right" | "wrong" | "expired" | "used_up";

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
    channel: carrier.channel,
    hash: codeHash(attemptId, code),
    sentAt: now(),
    expiresAt: new Date(now().getTime() + LIFE_MS),
  });
  const message = { to: carrier.to, kind: "code", key: `code:${id}`, subjectId: attemptId };
  if (carrier.channel === "sms") await queueSms(tx, { ...message, text: carrier.words(code) });
  else await queueMail(tx, { ...message, ...carrier.words(code) });
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
 * Judges an entered code. The try is counted and kept before anything is compared, so that a hundred tries at once
 * are still five (ASVS 6.6.3). A right code works once.
 * @param factorId factor whose failures in a row are counted too: at 20 it is off until bound anew
 */
export async function checkCode(attemptId: string, entered: string, factorId?: string): Promise<Verdict> {
  return transaction(async (tx) => {
    const [open] = await tx
      .select()
      .from(codes)
      .where(and(eq(codes.attemptId, attemptId), isNull(codes.usedAt), isNull(codes.replacedAt)))
      .orderBy(desc(codes.sentAt))
      .limit(1);
    if (!open) return "expired";
    const counted = await tx
      .update(codes)
      .set({ tries: open.tries + 1 })
      .where(and(eq(codes.id, open.id), eq(codes.tries, open.tries), lt(codes.tries, MAX_TRIES)))
      .returning({ id: codes.id });
    if (counted.length === 0) return "used_up";
    if (open.expiresAt <= now()) return "expired";
    if (factorId && !(await countAgainst(tx, factorId))) return "used_up";
    if (!sameHash(open.hash, codeHash(attemptId, entered.replace(/\s/g, "")))) {
      return open.tries + 1 >= MAX_TRIES ? "used_up" : "wrong";
    }
    await tx.update(codes).set({ usedAt: now() }).where(eq(codes.id, open.id));
    if (factorId) await tx.update(factors).set({ failures: 0, offAt: null }).where(eq(factors.id, factorId));
    return "right";
  });
}

const MOST_FAILURES = 20;

/** Counts one try against a factor before it is compared; false when the factor is off. Only a success sets it back. */
export async function countAgainst(tx: Transaction, factorId: string): Promise<boolean> {
  const [row] = await tx.select().from(factors).where(eq(factors.id, factorId));
  if (!row || row.offAt) return false;
  const failures = row.failures + 1;
  const offAt = failures >= MOST_FAILURES ? now() : null;
  await tx.update(factors).set({ failures, offAt }).where(eq(factors.id, factorId));
  return true;
}
