import { inArray, lt } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { changeRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { keptMs } from "#app/shared/retention.data.ts";

const AT_ONCE = 100;

/** Deletes changes that were answered or taken back a year ago; one that waits for an answer is never too old. */
export async function removeOldChanges(actor: SystemActor): Promise<void> {
  const before = new Date(now().getTime() - keptMs("changeRequests"));
  while ((await removeSome(actor, before)) === AT_ONCE);
}

/** Some at a time, so that nobody waits for the database meanwhile. */
function removeSome(actor: SystemActor, before: Date): Promise<number> {
  return transaction(async (tx) => {
    const rows = await tx.select().from(changeRequests).where(lt(changeRequests.decidedAt, before)).limit(AT_ONCE);
    await tx.delete(changeRequests).where(
      inArray(
        changeRequests.id,
        rows.map(({ id }) => id),
      ),
    );
    for (const { id, environmentId: organisation, personId: subjectId } of rows) {
      await audit(tx, actor, {
        event: "change.remove",
        id,
        organisation,
        subjectId,
        reason: "retention",
      });
    }
    return rows.length;
  });
}
