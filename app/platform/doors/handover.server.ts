import { randomInt } from "node:crypto";
import { and, desc, eq, isNull } from "drizzle-orm";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { attempts, codes } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { checkCode, codeHash, type Verdict } from "./codes.server.ts";
import { startAttempt } from "./attempts.server.ts";

const LIFE_MS = 7 * 86_400_000;

/**
 * A code of eight digits that one person gives to another by voice or in person: the second channel of somebody
 * without a mobile. A newer one takes the place of the older. Shown once, stored as a hash.
 */
export async function newHandoverCode(tx: Transaction, actor: Actor, subjectId: string): Promise<string> {
  const moment = now();
  await tx
    .update(attempts)
    .set({ finishedAt: moment })
    .where(and(eq(attempts.purpose, "handover"), eq(attempts.subjectId, subjectId), isNull(attempts.finishedAt)));
  const { attemptId } = await startAttempt(tx, { purpose: "handover", subjectId, lifetimeMs: LIFE_MS });
  const code = String(randomInt(0, 100_000_000)).padStart(8, "0");
  await tx.insert(codes).values({
    id: newId(),
    attemptId,
    channel: "handover",
    hash: codeHash(attemptId, code),
    sentAt: moment,
    expiresAt: new Date(moment.getTime() + LIFE_MS),
  });
  await audit(tx, actor, { event: "handover.make", id: subjectId });
  return code;
}

/** As `newHandoverCode`, in a transaction of its own: for the page of the practitioner who hands it over. */
export async function handoverCode(actor: Actor, subjectId: string): Promise<string> {
  return transaction((tx) => newHandoverCode(tx, actor, subjectId));
}

/** Judges a handed-over code for this person; right once. `keep`: only looks, a right one is not used up yet. */
export async function checkHandover(subjectId: string, entered: string, keep = false): Promise<Verdict> {
  const [open] = await db
    .select({ id: attempts.id })
    .from(attempts)
    .where(and(eq(attempts.purpose, "handover"), eq(attempts.subjectId, subjectId), isNull(attempts.finishedAt)))
    .orderBy(desc(attempts.createdAt))
    .limit(1);
  return open ? checkCode(open.id, entered, keep) : "expired";
}
