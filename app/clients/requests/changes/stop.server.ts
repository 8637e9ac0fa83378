import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { changeRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";

/** Stops the changes that an account asked for in a record that was not its owner's: submitted → withdrawn. */
export async function stopChanges(
  tx: Transaction,
  actor: StaffActor,
  by: { accountId: string; personId: string },
): Promise<void> {
  const { accountId, personId } = by;
  const open = eq(changeRequests.state, "submitted");
  const stopped = await tx
    .update(changeRequests)
    .set({ state: "withdrawn", decidedAt: now() })
    .where(and(eq(changeRequests.accountId, accountId), eq(changeRequests.personId, personId), open))
    .returning({ id: changeRequests.id, organisation: changeRequests.environmentId });
  for (const { id, organisation } of stopped) {
    const line = { event: "change.stop", reason: "match_undone" } as const;
    await audit(tx, actor, { ...line, id, organisation, subjectId: personId });
  }
}
