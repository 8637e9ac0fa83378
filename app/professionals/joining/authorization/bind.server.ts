import { and, eq, ne } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { authorizations } from "#db/schema/joining.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { endInvitation } from "#app/platform/doors/invitations.server.ts";
import { accountName } from "#app/platform/doors/names.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { recordEvent } from "./record-event.server.ts";

/**
 * Ties the signed authorization of a request to account and practice, at the approval: from then on it opens reports.
 * An earlier one of the same person for the same practice is superseded, also under an account that was never
 * activated, which then ends. @throws Conflict when none is in force, or "account_in_use" when the earlier one is under
 * another account that is in use
 */
export async function bindAuthorization(
  tx: Transaction,
  actor: Actor,
  given: { requestId: string; practiceId: string; accountId: string },
): Promise<string> {
  const { requestId, practiceId, accountId } = given;
  const bound = await tx
    .update(authorizations)
    .set({ practiceId, accountId })
    .where(and(eq(authorizations.requestId, requestId), eq(authorizations.state, "in_force")))
    .returning();
  const one = bound[0];
  if (!one) throw new Conflict("not_signed");
  const earlier = await tx
    .update(authorizations)
    .set({ state: "superseded", endedAt: now(), endedReason: "superseded" })
    .where(
      and(
        eq(authorizations.agbPractitioner, one.agbPractitioner),
        eq(authorizations.practiceId, practiceId),
        eq(authorizations.state, "in_force"),
        ne(authorizations.id, one.id),
      ),
    )
    .returning({ id: authorizations.id, version: authorizations.version, accountId: authorizations.accountId });
  const note = async (row: { id: string; version: number }, kind: "bound" | "superseded") => {
    await audit(tx, actor, { event: `authorization.${kind}`, id: row.id, version: row.version, onBehalfOf: accountId });
    await recordEvent(tx, actor, { authorizationId: row.id, version: row.version, kind });
  };
  await note(one, "bound");
  for (const row of earlier) {
    await note(row, "superseded");
    if (row.accountId === null || row.accountId === accountId) continue;
    const state = (await accountName(row.accountId, tx))?.state;
    if (state === "active" || state === "suspended") throw new Conflict("account_in_use");
    await endInvitation(tx, actor, row.accountId);
  }
  return one.id;
}
