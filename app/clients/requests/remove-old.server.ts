import { and, inArray, lt } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { keptMs } from "#app/shared/retention.data.ts";
import { kindsOf } from "./kinds.ts";

const AT_ONCE = 100;

/**
 * Deletes what practice staff answered, or the client took back, a year ago; one that waits for an answer is never too old.
 * What was asked about the record stays as long as the record.
 */
export async function removeOldRequests(actor: SystemActor): Promise<void> {
  const before = new Date(now().getTime() - keptMs("clientRequests"));
  while ((await removeSome(actor, before)) === AT_ONCE);
}

/** Some at a time, so that nobody waits for the database meanwhile. */
function removeSome(actor: SystemActor, before: Date): Promise<number> {
  return transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(clientRequests)
      .where(and(inArray(clientRequests.kind, kindsOf("practice")), lt(clientRequests.decidedAt, before)))
      .limit(AT_ONCE);
    const ids = rows.map(({ id }) => id);
    await tx.delete(clientRequests).where(inArray(clientRequests.id, ids));
    for (const { id, environmentId: organisation, personId: subjectId } of rows)
      await audit(tx, actor, { event: "change.remove", id, organisation, subjectId, reason: "retention" });
    return rows.length;
  });
}
