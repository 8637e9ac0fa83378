import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { limits } from "#db/schema/identity.ts";
import { now } from "#app/shared/clock.server.ts";
import { keyedHash } from "#app/shared/crypto.server.ts";
import { Limited } from "#app/shared/errors.ts";

/** What is counted: the pieces of its key, such as `["sign_in", "address", "203.0.113.0"]`. Stored as a keyed hash. */
export type Counted = string[];
const keyOf = (counted: Counted) => keyedHash("limit", counted.join("\u0000"));

/**
 * Counts one more and refuses when there were already `max` in the window. Counters are rows, so they outlive a
 * restart and hold for every process.
 * @param rule window length in milliseconds
 * @throws Limited with the moment from which it is allowed again; nothing is counted then
 */
export async function countLimit(
  tx: Transaction,
  counted: Counted,
  rule: { max: number; windowMs: number },
): Promise<void> {
  const key = keyOf(counted);
  const [row] = await tx.select().from(limits).where(eq(limits.key, key));
  const moment = now();
  if (!row || row.startedAt.getTime() + rule.windowMs <= moment.getTime()) {
    await tx
      .insert(limits)
      .values({ key, count: 1, startedAt: moment })
      .onConflictDoUpdate({ target: limits.key, set: { count: 1, startedAt: moment, blockedUntil: null } });
    return;
  }
  if (row.count >= rule.max) throw new Limited(new Date(row.startedAt.getTime() + rule.windowMs));
  await tx
    .update(limits)
    .set({ count: row.count + 1 })
    .where(eq(limits.key, key));
}

/** Forgets a counter, after a success of the owner. */
export async function clearLimit(tx: Transaction, counted: Counted): Promise<void> {
  await tx.delete(limits).where(eq(limits.key, keyOf(counted)));
}

/**
 * Counts a failure in a row that only a success clears, and says until when the next try has to wait.
 * @param waitMs how long to wait after this many failures, in milliseconds
 */
export async function countFailure(
  tx: Transaction,
  counted: Counted,
  waitMs: (failures: number) => number,
): Promise<{ failures: number; blockedUntil: Date | null }> {
  const key = keyOf(counted);
  const [row] = await tx.select().from(limits).where(eq(limits.key, key));
  const failures = (row?.count ?? 0) + 1;
  const wait = waitMs(failures);
  const until = wait > 0 ? new Date(now().getTime() + wait) : null;
  await tx
    .insert(limits)
    .values({ key, count: failures, startedAt: now(), blockedUntil: until })
    .onConflictDoUpdate({ target: limits.key, set: { count: failures, blockedUntil: until } });
  return { failures, blockedUntil: until };
}

/** Until when this is blocked after failures, or null. */
export async function blockedUntil(tx: Pick<Transaction, "select">, counted: Counted): Promise<Date | null> {
  const [row] = await tx
    .select({ blockedUntil: limits.blockedUntil })
    .from(limits)
    .where(eq(limits.key, keyOf(counted)));
  return row?.blockedUntil && row.blockedUntil > now() ? row.blockedUntil : null;
}
