import { eq, isNull, lt, lte, or } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { limits } from "#db/schema/doors.ts";
import { firstOf, oneMore } from "#db/step.ts";
import { now } from "#app/shared/clock.server.ts";
import { keyedHash } from "#app/shared/crypto.server.ts";
import { Limited } from "#app/shared/errors.ts";

/**
 * What is counted: the pieces of its key, such as `["sign_in", "address", "203.0.113.0"]`; with `about`, what can be
 * forgotten together. Stored as keyed hashes.
 */
export type Counted = string[] | { counted: string[]; about?: string[] };

const hashOf = (pieces: string[]) => keyedHash("limit", pieces.join("\u0000"));
/** What `about` is stored as. */
export const aboutKey = (about: string[]) => hashOf(["about", ...about]);
function keysOf(given: Counted): { key: string; about: string | null } {
  const { counted, about } = Array.isArray(given) ? { counted: given, about: undefined } : given;
  return { key: hashOf(counted), about: about ? aboutKey(about) : null };
}

/**
 * Counts one more, unless there were already `max` in the window. One statement judges and writes, so that it holds for
 * many at once and for every process; counters are rows, so they outlive a restart.
 * @param rule window length in milliseconds
 * @returns null, or the moment from which it is allowed again; nothing is counted then
 */
export async function tryLimit(
  tx: Transaction,
  counted: Counted,
  rule: { max: number; windowMs: number },
): Promise<Date | null> {
  const keys = keysOf(counted);
  const moment = now();
  const over = lte(limits.startedAt, new Date(moment.getTime() - rule.windowMs));
  const done = await tx
    .insert(limits)
    .values({ ...keys, count: 1, startedAt: moment })
    .onConflictDoUpdate({
      target: limits.key,
      set: {
        count: firstOf(limits.count, [[over, 1]], oneMore(limits.count)),
        startedAt: firstOf(limits.startedAt, [[over, moment]], limits.startedAt),
      },
      setWhere: or(over, lt(limits.count, rule.max)),
    })
    .returning({ count: limits.count });
  if (done.length > 0) return null;
  const [row] = await tx.select({ startedAt: limits.startedAt }).from(limits).where(eq(limits.key, keys.key));
  return new Date((row?.startedAt ?? moment).getTime() + rule.windowMs);
}

/** As `tryLimit`. @throws Limited with the moment from which it is allowed again; nothing is counted then */
export async function countLimit(
  tx: Transaction,
  counted: Counted,
  rule: { max: number; windowMs: number },
): Promise<void> {
  const until = await tryLimit(tx, counted, rule);
  if (until) throw new Limited(until);
}

/** How tries are slowed down: after the nth failure in a row `waitsMs[n - 1]`, the last for all that follow. */
export type Patience = {
  waitsMs: number[];
  /** After so long without a failure they are forgotten, in milliseconds. */
  forgottenMs: number;
};

/**
 * Counts a try as failed before it is judged, unless the one before it still has to be waited out. One statement, so
 * that of many at once no more are judged than before the first wait. A success of the owner takes it back (`clearLimit`).
 */
export async function tryOnce(
  tx: Transaction,
  counted: Counted,
  patience: Patience,
): Promise<{ failures: number; blockedUntil: Date | null } | { until: Date }> {
  const keys = keysOf(counted);
  const moment = now();
  const after = (failures: number) => {
    const wait = patience.waitsMs[Math.min(failures, patience.waitsMs.length) - 1] ?? 0;
    return wait > 0 ? new Date(moment.getTime() + wait) : null;
  };
  const forgotten = lte(limits.startedAt, new Date(moment.getTime() - patience.forgottenMs));
  const steps = patience.waitsMs.map((_, before) => before + 1).slice(1);
  const [row] = await tx
    .insert(limits)
    .values({ ...keys, count: 1, startedAt: moment, blockedUntil: after(1) })
    .onConflictDoUpdate({
      target: limits.key,
      set: {
        count: firstOf(limits.count, [[forgotten, 1]], oneMore(limits.count)),
        startedAt: moment,
        blockedUntil: firstOf<Date | null>(
          limits.blockedUntil,
          [
            [forgotten, after(1)],
            ...steps.map((nth) => [lt(limits.count, nth), after(nth)] as [ReturnType<typeof lt>, Date | null]),
          ],
          after(patience.waitsMs.length),
        ),
      },
      setWhere: or(isNull(limits.blockedUntil), lte(limits.blockedUntil, moment)),
    })
    .returning({ failures: limits.count, blockedUntil: limits.blockedUntil });
  if (row) return row;
  const [held] = await tx.select({ until: limits.blockedUntil }).from(limits).where(eq(limits.key, keys.key));
  return { until: held?.until ?? moment };
}

/** Forgets a counter, after a success of the owner. */
export async function clearLimit(tx: Transaction, counted: Counted): Promise<void> {
  await tx.delete(limits).where(eq(limits.key, keysOf(counted).key));
}

/** Forgets everything that was counted about this. */
export async function clearAbout(tx: Transaction, about: string[]): Promise<void> {
  await tx.delete(limits).where(eq(limits.about, aboutKey(about)));
}
