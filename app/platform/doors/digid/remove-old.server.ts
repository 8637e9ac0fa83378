import { lt } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { digidAssertions, digidRequests } from "#db/schema/doors.ts";
import { now } from "#app/shared/clock.server.ts";

const DAY_MS = 86_400_000;
/** Questions are kept as long as sessions and codes (domain.md, retention), in milliseconds. */
const KEPT_MS = 30 * DAY_MS;

/** Removes old questions to DigiD, and proofs that could count no more anyway. */
export async function removeOldQuestions(): Promise<void> {
  const moment = now().getTime();
  await transaction(async (tx) => {
    await tx.delete(digidRequests).where(lt(digidRequests.expiresAt, new Date(moment - KEPT_MS)));
    await tx.delete(digidAssertions).where(lt(digidAssertions.expiresAt, new Date(moment - DAY_MS)));
  });
}
