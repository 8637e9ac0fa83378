import { and, eq } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/clients.ts";
import { audit } from "#app/audit/record.server.ts";
import { personById } from "#app/records/person.server.ts";
import type { StaffActor } from "#app/rights/actor.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import type { ClientAccount } from "../sessions.server.ts";
import { ownDoor } from "../child/own-door.server.ts";
import { accountsOf } from "./find.server.ts";
import { mailDecision } from "./mails.server.ts";
import type { Reason } from "./reasons.ts";
import { staffOf } from "./staff.server.ts";

/**
 * Practice staff accepts a sign-up and links it to a person of the own records (U-09). From then on the client signs
 * in and is asked for the terms.
 * @throws NotFound for a person or sign-up of another environment; Conflict when the birth dates differ, the person has
 *   an account already, or somebody else decided first
 */
export async function acceptSignUp(actor: StaffActor, accountId: string, personId: string): Promise<void> {
  const environmentId = staffOf(actor);
  await transaction(async (tx) => {
    const person = await personById(environmentId, personId, tx);
    if (!person) throw new NotFound();
    if ((await accountsOf(tx, environmentId, [person.id])).size > 0) throw new Conflict("person_has_account");
    const account = await decide(tx, environmentId, accountId, { state: "terms_pending", personId: person.id });
    if (account.birthDate !== person.birthDate) throw new Conflict("birth_date_differs");
    if ((await ownDoor(account, tx)) !== "open") throw new Conflict("child");
    await log(tx, actor, account, "client.accept");
    await mailDecision(tx, account, "accepted");
  });
}

/** Practice staff refuses a sign-up; the reason stays with the practice, the client reads how to go on. */
export async function refuseSignUp(actor: StaffActor, accountId: string, reason: Reason): Promise<void> {
  const environmentId = staffOf(actor);
  await transaction(async (tx) => {
    const account = await decide(tx, environmentId, accountId, { state: "refused", refusedReason: reason });
    await log(tx, actor, account, "client.refuse", reason);
    await mailDecision(tx, account, "refused");
  });
}

async function decide(
  tx: Transaction,
  environmentId: string,
  id: string,
  change: Partial<ClientAccount>,
): Promise<ClientAccount> {
  const [row] = await tx
    .update(clientAccounts)
    .set(change)
    .where(
      and(
        eq(clientAccounts.id, id),
        eq(clientAccounts.environmentId, environmentId),
        eq(clientAccounts.state, "signed_up"),
      ),
    )
    .returning();
  if (!row) throw new Conflict("state_changed");
  return row;
}

async function log(tx: Transaction, actor: StaffActor, account: ClientAccount, event: string, reason?: string) {
  const object = { type: "client_account", id: account.id };
  const subjectId = account.personId ?? undefined;
  await audit(tx, actor, { event, action: "U", object, organisation: account.environmentId, subjectId, reason });
}
