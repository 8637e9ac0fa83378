import { and, inArray, lt } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { type Desk, desks, kindsOf } from "./kinds.ts";

const DAY_MS = 86_400_000;
const AT_ONCE = 100;
const REMOVED = { practice: "change.remove", record: "correction.remove" } as const;

/** Deletes requests that were answered or taken back as long ago as their desk keeps them; one that waits is never too old. */
export async function removeOldRequests(actor: SystemActor): Promise<void> {
  for (const desk of Object.keys(desks) as Desk[]) while ((await removeSome(actor, desk)) === AT_ONCE);
}

/** Some at a time, so that nobody waits for the database meanwhile. */
function removeSome(actor: SystemActor, desk: Desk): Promise<number> {
  const { keptDays } = desks[desk];
  const event = REMOVED[desk];
  const before = new Date(now().getTime() - keptDays * DAY_MS);
  return transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(clientRequests)
      .where(and(inArray(clientRequests.kind, kindsOf(desk)), lt(clientRequests.decidedAt, before)))
      .limit(AT_ONCE);
    const ids = rows.map(({ id }) => id);
    await tx.delete(clientRequests).where(inArray(clientRequests.id, ids));
    for (const { id, environmentId: organisation, personId: subjectId } of rows) {
      await audit(tx, actor, { event, id, organisation, subjectId, reason: "retention" });
    }
    return rows.length;
  });
}
