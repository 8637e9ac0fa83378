import { and, eq, isNull } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { grants, practices } from "#db/schema/practices.ts";
import { authorizationInForce } from "#app/platform/rights/in-force.server.ts";
import { inviteAgain, sendActivationAgain } from "#app/platform/doors/invitations.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { Forbidden } from "#app/shared/errors.ts";
import { askAnew } from "./mails.server.ts";
import { forgetGrants } from "./withdraw.server.ts";

type Person = { accountId: string; practiceId: string };

/**
 * The practitioner sends an employee the activation link once more. @returns a code to hand over without a mobile
 * @throws Forbidden without an own authorization in force and a grant to this person, Conflict, Limited
 */
export async function sendEmployeeActivation(actor: AccountActor, person: Person): Promise<string | null> {
  return transaction(async (tx) => {
    await assertOwnGrant(tx, actor, person);
    return sendActivationAgain(tx, actor, person.accountId);
  });
}

/**
 * The practitioner confirms anew that an employee who did not activate within thirty days may have the access that was
 * granted; the employee is invited again. What others granted is theirs to confirm, and ends. @returns a code to hand over without a mobile. @throws as above
 */
export async function confirmEmployee(actor: AccountActor, person: Person): Promise<string | null> {
  return transaction(async (tx) => {
    await assertOwnGrant(tx, actor, person);
    await forgetGrants(tx, actor, person.accountId, { grantedBy: actor.accountId, keep: person });
    return inviteAgain(tx, actor, person.accountId);
  });
}

/** Who asks for access answers for it: only the one whose grant the invitation rests on may repeat it. */
async function assertOwnGrant(tx: Transaction, actor: AccountActor, person: Person): Promise<void> {
  const { accountId, practiceId } = person;
  const mine = and(
    eq(grants.accountId, accountId),
    eq(grants.practiceId, practiceId),
    eq(grants.grantedBy, actor.accountId),
    isNull(grants.withdrawnAt),
  );
  const [grant] = await tx.select({ id: grants.id }).from(grants).where(mine);
  if (!grant || !(await authorizationInForce(tx, actor.accountId, practiceId))) throw new Forbidden("grant_needed");
}

/**
 * Tells the practitioners who granted somebody access, and can confirm it now, that a new invitation is asked for.
 * Returns how many were told.
 */
export async function askGranters(tx: Transaction, accountId: string, name: string): Promise<number> {
  const rows = await tx
    .selectDistinct({ grantedBy: grants.grantedBy, practiceId: practices.id, practice: practices.name })
    .from(grants)
    .innerJoin(practices, eq(practices.id, grants.practiceId))
    .where(and(eq(grants.accountId, accountId), isNull(grants.withdrawnAt)));
  let told = 0;
  for (const { grantedBy, practiceId, practice } of rows) {
    if (!(await authorizationInForce(tx, grantedBy, practiceId))) continue;
    if (await askAnew(tx, grantedBy, { accountId, name, practice })) told += 1;
  }
  return told;
}
