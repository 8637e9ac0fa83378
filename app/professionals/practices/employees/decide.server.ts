import { eq } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { employeeRequests, practices } from "#db/schema/practices.ts";
import { type On, step } from "#app/platform/cases/step.server.ts";
import { authorizationInForce } from "#app/platform/rights/in-force.server.ts";
import { invitationOf } from "#app/platform/doors/invitations.server.ts";
import { inviteAccount } from "#app/platform/doors/invite.server.ts";
import { accountAt, accountName } from "#app/platform/doors/names.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { openField } from "#app/shared/crypto.server.ts";
import { Conflict, Forbidden } from "#app/shared/errors.ts";
import { addMember } from "../ensure.server.ts";
import { employeeCase } from "./employee-case.server.ts";
import { addGrant } from "./grant.server.ts";
import { tellAdded, tellPractitioner } from "./mails.server.ts";
import { forgetGrants } from "./withdraw.server.ts";

type Row = typeof employeeRequests.$inferSelect;
/** Which request, and the version of it that was decided on. */
type OnCase = Pick<On, "id" | "version">;

/** An agent takes the request in hand. */
export async function takeUpEmployee(actor: AccountActor, on: OnCase): Promise<void> {
  await desk(actor, (tx) => step(tx, actor, employeeCase, "take_up", on, { change: { takenBy: actor.accountId } }));
}

/** An agent asks the practitioner something; the request waits for the answer, and its promise with it. */
export async function askAboutEmployee(actor: AccountActor, on: OnCase, question: string): Promise<void> {
  await desk(actor, async (tx) => {
    const row = await step(tx, actor, employeeCase, "ask", on, { change: { question, answer: null } });
    await tellPractitioner(tx, row, { kind: "employee_question", question });
  });
}

/** The practitioner answers; the desk goes on, and the promise moves by the days that the answer took. */
export async function answerAboutEmployee(actor: AccountActor, on: OnCase, answer: string): Promise<void> {
  await transaction((tx) => step(tx, actor, employeeCase, "answer", ownOf(actor, on), { change: { answer } }));
}

/** The practitioner takes the request back. */
export async function cancelEmployee(actor: AccountActor, on: OnCase): Promise<void> {
  await transaction((tx) => step(tx, actor, employeeCase, "cancel", ownOf(actor, on)));
}

/** The desk says no, with the reason that the practitioner reads. */
export async function rejectEmployee(actor: AccountActor, on: OnCase, reason: string): Promise<void> {
  await desk(actor, async (tx) => {
    const row = await step(tx, actor, employeeCase, "reject", on, { change: { reason }, reason });
    await tellPractitioner(tx, row, { kind: "employee_rejected", reason });
  });
}

/**
 * The desk says yes: the account is invited, the person works at the practice, and what the practitioner granted is
 * in force from its first day. @throws Conflict when the practitioner's authorization has fallen meanwhile, or
 * "address_taken" when somebody of another name signs in with the address
 */
export async function approveEmployee(actor: AccountActor, on: OnCase): Promise<{ accountId: string }> {
  return desk(actor, async (tx) => {
    const row = await step(tx, actor, employeeCase, "approve", on);
    const authorizationId = await authorizationUnder(tx, row);
    const known = await accountAt(row.email, tx);
    // One that lapsed is over, also before the calendar has ended it.
    const over = known?.state === "ended" || (known && (await invitationOf(known.id, tx))?.state === "lapsed");
    const holder = known && !over ? await accountName(known.id, tx) : null;
    if (holder && !sameName(holder.name, `${row.firstName} ${row.lastName}`)) throw new Conflict("address_taken");
    const [practice] = await tx.select().from(practices).where(eq(practices.id, row.practiceId));
    const mobile = row.mobile && openField(row.mobile, { table: "employee_requests", column: "mobile", row: row.id });
    const { accountId } = await inviteAccount(tx, actor, {
      firstName: row.firstName,
      lastName: row.lastName,
      email: row.email,
      mobile,
      language: "nl",
      agb: null,
      practiceName: practice?.name ?? "",
    });
    const { practiceId, jobTitle, requestedBy: grantedBy } = row;
    await addMember(tx, { accountId, practiceId, role: "employee", jobTitle });
    if (over) await forgetGrants(tx, actor, accountId, { grantedBy });
    // Access that the same practitioner gave meanwhile is the newer word.
    await addGrant(tx, actor, { ...row, accountId, authorizationId, grantedBy });
    await tx.update(employeeRequests).set({ accountId }).where(eq(employeeRequests.id, row.id));
    const active = holder?.state === "active";
    if (holder && active) await tellAdded(tx, holder, practice?.name ?? "", row.id);
    await tellPractitioner(tx, row, { kind: active ? "employee_added" : "employee_approved" });
    return { accountId };
  });
}

/** Two spellings of one name: case, accents and signs do not matter. */
function sameName(one: string, other: string): boolean {
  const plain = (name: string) => name.normalize("NFKD").replace(/\P{L}/gu, "").toLowerCase();
  return plain(one) === plain(other);
}

async function authorizationUnder(tx: Transaction, row: Row): Promise<string> {
  const found = await authorizationInForce(tx, row.requestedBy, row.practiceId);
  if (!found) throw new Conflict("authorization_fallen");
  return found;
}

async function desk<T>(actor: AccountActor, work: (tx: Transaction) => Promise<T>): Promise<T> {
  if (actor.operatorRole !== "agent" && actor.operatorRole !== "supervisor") throw new Forbidden("desk_only");
  return transaction(work);
}

/** Only the one who asked answers and takes back. */
const ownOf = (actor: AccountActor, on: OnCase): On => ({
  ...on,
  where: eq(employeeRequests.requestedBy, actor.accountId),
});
