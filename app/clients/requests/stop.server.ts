import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { step } from "#app/platform/cases/step.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { isOpen, kinds } from "./kinds.ts";
import { cases } from "./request-case.server.ts";

/** Stops what an account asked, and nobody answered yet, about a record that was not its owner's. */
export async function stopRequests(
  tx: Transaction,
  actor: StaffActor,
  { accountId, personId }: { accountId: string; personId: string },
): Promise<void> {
  const rows = await tx
    .select()
    .from(clientRequests)
    .where(and(eq(clientRequests.accountId, accountId), eq(clientRequests.personId, personId)));
  for (const row of rows.filter(isOpen)) {
    const made = { reason: "match_undone" };
    if (kinds[row.kind].desk === "practice") await step(tx, actor, cases.practice, "stop", row, made);
    else await step(tx, actor, cases.record, "stop", row, made);
  }
}
