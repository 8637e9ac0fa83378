import { and, inArray, lt } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { checkRows, infoQuestions, registrationRequests, requestEvents } from "#db/schema/joining.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { keptMs } from "#app/shared/retention.data.ts";

const AT_ONCE = 100;

/** Deletes requests that were rejected, withdrawn or expired a year ago, with all that hangs on them. Returns how many. */
export async function removeOldRequests(actor: SystemActor): Promise<number> {
  const before = new Date(now().getTime() - keptMs("registrationRequests"));
  const rows = await db
    .select({ id: registrationRequests.id, agbPractice: registrationRequests.agbPractice })
    .from(registrationRequests)
    .where(
      and(
        inArray(registrationRequests.state, ["rejected", "withdrawn", "expired"]),
        lt(registrationRequests.closedAt, before),
      ),
    )
    .limit(AT_ONCE);
  if (rows.length === 0) return 0;
  const ids = rows.map((row) => row.id);
  await transaction(async (tx) => {
    await tx.delete(checkRows).where(inArray(checkRows.requestId, ids));
    await tx.delete(infoQuestions).where(inArray(infoQuestions.requestId, ids));
    await tx.delete(requestEvents).where(inArray(requestEvents.requestId, ids));
    await tx.delete(registrationRequests).where(inArray(registrationRequests.id, ids));
    for (const { id, agbPractice: organisation } of rows) {
      await audit(tx, actor, { event: "request.remove", id, organisation, reason: "retention" });
    }
  });
  return ids.length;
}
