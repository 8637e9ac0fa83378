import { and, eq, isNotNull } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { accounts } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { newHandoverCode } from "../handover.server.ts";
import { emailKey } from "../email-key.ts";
import { inviteAccount, mailActivation, type Invitation } from "../invite.server.ts";
import { activeSupervisors, requireAsked } from "./asked.server.ts";
import { sameName } from "./same-name.ts";

export type OperatorRole = NonNullable<Invitation["operatorRole"]>;
export type NewPerson = Pick<Invitation, "firstName" | "lastName" | "email" | "mobile" | "language"> & {
  /** Last valid day, or null. */
  endsOn: string | null;
};
/** Without a mobile: eight digits to hand over in person or by telephone, the second channel. */
export type Invited = { accountId: string; handoverCode: string | null };

/**
 * Makes an account of the operator, `invited`, and mails its activation. Only while no supervisor is active a supervisor
 * is made without one who asked: the first, or the next when the last one has left.
 * @throws Forbidden without an active supervisor who asked; Conflict when somebody has the address
 */
export async function addOperator(actor: SystemActor, role: OperatorRole, person: NewPerson): Promise<Invited> {
  return transaction(async (tx) => {
    const first = role === "supervisor" && !actor.onBehalfOf && (await activeSupervisors(tx)).length === 0;
    if (!first) await requireAsked(tx, actor, { act: role, about: nameAndAddress(person) });
    await refuseTaken(tx, person);
    const invited = await inviteAccount(tx, actor, { ...person, operatorRole: role, agb: null, practiceName: "" });
    const detail = { role, first, endsOn: person.endsOn };
    await audit(tx, actor, { event: "operator.add", id: invited.accountId, subjectId: invited.accountId, detail });
    return invited;
  });
}

/** A person as a supervisor reads it in the mail. */
export const nameAndAddress = (person: Pick<NewPerson, "firstName" | "lastName" | "email">) =>
  `${person.firstName} ${person.lastName}, ${person.email}`;

/** One address, one person: only the ended account of the same person at the operator is taken up anew. */
async function refuseTaken(tx: Transaction, person: NewPerson): Promise<void> {
  const [known] = await tx
    .select()
    .from(accounts)
    .where(eq(accounts.emailKey, emailKey(person.email)));
  if (!known) return;
  if (known.state !== "ended" || known.operatorRole === null) throw new Conflict("address_taken");
  if (!sameName(known, person)) throw new Conflict("other_name");
}

/**
 * Mails the activation of an account of the operator anew; the days of the invitation begin again.
 * @throws Forbidden without an active supervisor who asked; NotFound without such an account; Conflict when it is activated
 */
export async function inviteOperatorAgain(actor: SystemActor, email: string): Promise<Invited> {
  return transaction(async (tx) => {
    const [known] = await tx
      .select()
      .from(accounts)
      .where(and(eq(accounts.emailKey, emailKey(email)), isNotNull(accounts.operatorRole)));
    if (!known || known.state === "ended") throw new NotFound("no_operator");
    // The first supervisor may have lost the mail: then there is nobody who could ask.
    const first =
      known.operatorRole === "supervisor" && !actor.onBehalfOf && (await activeSupervisors(tx)).length === 0;
    if (!first) await requireAsked(tx, actor, { act: "again", about: nameAndAddress(known) });
    return renewInvitation(tx, actor, known.id);
  });
}

/**
 * Mails the activation of an invited account anew and, without a mobile, makes a new code to hand over. The caller has
 * seen to the rights. @throws Conflict when the account is activated, or has ended
 */
export async function renewInvitation(tx: Transaction, actor: SystemActor, accountId: string): Promise<Invited> {
  const [renewed] = await tx
    .update(accounts)
    .set({ invitedAt: now() })
    .where(and(eq(accounts.id, accountId), eq(accounts.state, "invited")))
    .returning({ mobile: accounts.mobile });
  if (!renewed) {
    const [known] = await tx.select({ state: accounts.state }).from(accounts).where(eq(accounts.id, accountId));
    throw new Conflict(known?.state === "ended" ? "account_ended" : "not_invited");
  }
  await mailActivation(tx, accountId);
  await audit(tx, actor, { event: "account.invite_again", id: accountId, subjectId: accountId });
  return { accountId, handoverCode: renewed.mobile ? null : await newHandoverCode(tx, actor, accountId) };
}
