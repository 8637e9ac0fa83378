import { and, eq, gt, isNotNull } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { endSessions } from "#app/platform/doors/sessions.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { tellLink } from "./tell-link.server.ts";

/**
 * Takes a link with DigiD back, within 24 hours and as long as the door of password and mailed code is open; sessions
 * that came in by DigiD end. @throws Conflict after that time, or when there is nothing to undo
 */
export async function undoLink(actor: ClientActor): Promise<void> {
  await transaction(async (tx) => {
    const [account] = await tx
      .update(clientAccounts)
      .set({ bsnIndex: null, digidLinkedAt: null, digidUndoUntil: null })
      .where(
        and(
          eq(clientAccounts.id, actor.accountId),
          eq(clientAccounts.environmentId, actor.environmentId),
          eq(clientAccounts.mailDoor, true),
          isNotNull(clientAccounts.bsnIndex),
          gt(clientAccounts.digidUndoUntil, now()),
        ),
      )
      .returning();
    if (!account) throw new Conflict("undo_over");
    await audit(tx, actor, {
      event: "client.unlink_digid",
      id: account.id,
      subjectId: account.personId,
    });
    await endSessions(tx, actor, clientDoor(account.environmentId), account, "digid_unlinked", { way: "digid" });
    await tellLink(tx, account, "undone");
  });
}
