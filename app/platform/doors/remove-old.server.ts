import { inArray, lt } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { attempts, codes, limits } from "#db/schema/doors.ts";
import { now } from "#app/shared/clock.server.ts";
import { keptMs } from "#app/shared/retention.data.ts";

/**
 * Removes half-finished acts with their codes, and counters of tries, when their term is over.
 * No window is longer than a day; wrong codes in a row stand with the account, which forgets them by a right one alone.
 */
export async function removeOldAttempts(): Promise<void> {
  const moment = now().getTime();
  await transaction(async (tx) => {
    const old = lt(attempts.expiresAt, new Date(moment - keptMs("attempts")));
    await tx.delete(codes).where(inArray(codes.attemptId, tx.select({ id: attempts.id }).from(attempts).where(old)));
    await tx.delete(attempts).where(old);
    await tx.delete(limits).where(lt(limits.startedAt, new Date(moment - keptMs("limits"))));
  });
}
