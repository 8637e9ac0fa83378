import { lt } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { digidAssertions, digidRequests } from "#db/schema/doors.ts";
import { now } from "#app/shared/clock.server.ts";
import { keptMs } from "#app/shared/retention.data.ts";

/** Removes old questions to DigiD, and proofs that could count no more anyway. */
export async function removeOldQuestions(): Promise<void> {
  const moment = now().getTime();
  await transaction(async (tx) => {
    await tx.delete(digidRequests).where(lt(digidRequests.expiresAt, new Date(moment - keptMs("digidRequests"))));
    await tx.delete(digidAssertions).where(lt(digidAssertions.expiresAt, new Date(moment - keptMs("digidAssertions"))));
  });
}
