import { and, eq, inArray } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { correctionRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { openStates } from "./request.ts";

/** Stops the open requests of an account about a record that was not its owner's: submitted, in_review or extended → withdrawn. */
export async function stopRequests(
  tx: Transaction,
  actor: StaffActor,
  by: { accountId: string; personId: string },
): Promise<void> {
  const { accountId, personId } = by;
  const open = inArray(correctionRequests.state, openStates);
  const stopped = await tx
    .update(correctionRequests)
    .set({ state: "withdrawn", decidedAt: now() })
    .where(and(eq(correctionRequests.accountId, accountId), eq(correctionRequests.personId, personId), open))
    .returning({ id: correctionRequests.id, organisation: correctionRequests.environmentId });
  for (const { id, organisation } of stopped) {
    const line = { event: "correction.stop", reason: "match_undone" } as const;
    await audit(tx, actor, { ...line, id, organisation, subjectId: personId });
  }
}
