import { inArray, lt } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { attempts, codes, limits } from "#db/schema/doors.ts";
import { now } from "#app/shared/clock.server.ts";

const KEPT_MS = 30 * 86_400_000;

/**
 * Removes half-finished acts with their codes, and counters of tries, thirty days after they ended (domain.md, retention).
 * No window is longer than a day; wrong codes in a row stand with the account, which forgets them by a right one alone.
 */
export async function removeOldAttempts(): Promise<void> {
  const before = new Date(now().getTime() - KEPT_MS);
  await transaction(async (tx) => {
    const old = lt(attempts.expiresAt, before);
    await tx.delete(codes).where(inArray(codes.attemptId, tx.select({ id: attempts.id }).from(attempts).where(old)));
    await tx.delete(attempts).where(old);
    await tx.delete(limits).where(lt(limits.startedAt, before));
  });
}
