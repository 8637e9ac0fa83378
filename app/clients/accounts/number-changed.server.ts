import { and, eq, isNotNull, ne } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { personById } from "#app/clients/records/person.server.ts";
import { type ClientAccount, clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { endSessions } from "#app/platform/doors/sessions.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";

/**
 * The record of a person has come with another BSN, or without: the DigiD of the old number is somebody else's as far as
 * the record knows, and no longer opens it. An account with a door of its own keeps that; one with DigiD alone is closed,
 * and whoever has the number of the record comes in anew.
 */
export async function partFromOldNumber(
  tx: Transaction,
  actor: SystemActor,
  environmentId: string,
  personId: string,
): Promise<void> {
  const person = await personById(environmentId, personId, tx);
  const accounts = await tx
    .select()
    .from(clientAccounts)
    .where(
      and(
        eq(clientAccounts.environmentId, environmentId),
        eq(clientAccounts.personId, personId),
        isNotNull(clientAccounts.bsnIndex),
        person?.bsnIndex ? ne(clientAccounts.bsnIndex, person.bsnIndex) : undefined,
      ),
    );
  for (const account of accounts) await part(tx, actor, account);
}

async function part(tx: Transaction, actor: SystemActor, account: ClientAccount): Promise<void> {
  const keeps = account.mailDoor && account.passwordHash !== null;
  const closed = keeps ? {} : { state: "closed" as const, closedAt: account.closedAt ?? now() };
  await tx
    .update(clientAccounts)
    .set({ bsnIndex: null, digidLinkedAt: null, digidUndoUntil: null, ...closed })
    .where(eq(clientAccounts.id, account.id));
  await audit(tx, actor, {
    event: "client.unlink_digid",
    id: account.id,
    organisation: account.environmentId,
    subjectId: account.personId,
    reason: "number_changed",
  });
  const door = clientDoor(account.environmentId);
  await endSessions(tx, actor, door, account, "number_changed", keeps ? { way: "digid" } : {});
}
