import { eq } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { clientAccounts, clientMatches } from "#db/schema/accounts.ts";
import { type On, step } from "#app/platform/cases/step.server.ts";
import { contactOf, personById } from "#app/clients/records/person.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { birthDatesFor } from "#app/shared/birth-date.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { Conflict, Invalid, NotFound } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { ownDoorAt } from "#app/platform/doors/owners/own-door.ts";
import type { ClientAccount } from "#app/platform/doors/owners/client-account.server.ts";
import { accountCase } from "./account-case.server.ts";
import { type Difference, differencesOf } from "./differs.ts";
import { accountsOf } from "./find.server.ts";
import { tellDecision } from "./tell-decision.server.ts";
import type { Reason } from "./reasons.ts";
import { sameEmail } from "./shown.server.ts";
import { staffOf } from "./staff.server.ts";

/** Which account, and the version of it that was decided on. */
export type OnAccount = Pick<On, "id" | "version">;

/**
 * Practice staff accepts a sign-up and links it to a person of the own records (U-09). From then on the client signs
 * in and is asked for the terms. What was matched by whom is kept as a receipt.
 * @param checked each difference from the record that the employee says to have checked
 * @throws NotFound for a person or sign-up of another environment; Conflict when the birth dates differ, the person has
 *   an account already, is under 12, or somebody else decided first; Invalid when a difference was not checked
 */
export async function acceptSignUp(
  actor: StaffActor,
  on: OnAccount,
  personId: string,
  checked: readonly Difference[] = [],
): Promise<void> {
  const environmentId = staffOf(actor);
  await transaction(async (tx) => {
    const person = await personById(environmentId, personId, tx);
    if (!person) throw new NotFound();
    if ((await accountsOf(tx, environmentId, [person.id])).size > 0) throw new Conflict("person_has_account");
    const change = { personId: person.id };
    const account = await step(tx, actor, accountCase, "accept", inOwn(environmentId, on), { change });
    const typed = account.birthDate ?? "";
    if (!birthDatesFor(typed).includes(person.birthDate)) throw new Conflict("birth_date_differs");
    // A date that the record knows in part was compared by a person, with what the client typed.
    const open = ownDoorAt(typed, today(), false) === "open" && ownDoorAt(person.birthDate, today(), true) === "open";
    if (!open) throw new Conflict("child");
    const differs = differencesOf(account, { ...person, contact: contactOf(person) }, sameEmail);
    if (differs.some((one) => !checked.includes(one))) throw new Invalid({ checked: "unchecked" });
    await keepReceipt(tx, actor, account, differs);
    await tellDecision(tx, account, "accepted");
  });
}

/** The receipt of a match; of a birth date known in part the age was seen with it. */
async function keepReceipt(tx: Transaction, actor: StaffActor, account: ClientAccount, differs: Difference[]) {
  const by = { matchedAt: now(), matchedBy: actor.accountId, matchedByName: actor.name };
  const { environmentId, personId } = account;
  const row = { id: newId(), environmentId, accountId: account.id, personId: personId ?? "", ...by };
  await tx.insert(clientMatches).values({ ...row, checked: JSON.stringify(differs) });
  if (!differs.includes("birth_date")) return;
  const seen = { ageSeenAt: now(), ageSeenBy: actor.accountId, ageSeenByName: actor.name };
  await tx.update(clientAccounts).set(seen).where(eq(clientAccounts.id, account.id));
}

/** Practice staff refuses a sign-up; the reason stays with the practice, the client reads how to go on. */
export async function refuseSignUp(actor: StaffActor, on: OnAccount, reason: Reason): Promise<void> {
  const environmentId = staffOf(actor);
  await transaction(async (tx) => {
    const made = { change: { refusedReason: reason }, reason };
    const account = await step(tx, actor, accountCase, "refuse", inOwn(environmentId, on), made);
    await tellDecision(tx, account, reason === "child" ? "child" : "refused");
  });
}

/** One of another environment looks as if it did not exist (H11). */
const inOwn = (environmentId: string, on: OnAccount): On => ({
  ...on,
  where: eq(clientAccounts.environmentId, environmentId),
});
