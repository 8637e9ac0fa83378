import { isDeepStrictEqual } from "node:util";
import { and, eq, isNull } from "drizzle-orm";
import { type Transaction, transaction } from "#db/client.server.ts";
import { changeRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { Person } from "#app/clients/records/person.server.ts";
import { ownAppointment } from "#app/clients/records/read/appointments.server.ts";
import { openPerson } from "#app/clients/records/read/gate.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { AppointmentChange, ChangeKind, OwnContact, Wish } from "./change.ts";
import { answerBy, mayBeAsked } from "./clock.server.ts";
import { tellStaff } from "./mail.server.ts";
import { sealWish, shownChange } from "./sealed.server.ts";

/**
 * The client asks to move or cancel an appointment that is to come (G2). The appointment stands until staff changed it in
 * the system of origin: the portal changes none (G-05).
 * @returns id of the change
 * @throws NotFound where the environment does not offer it, or for an appointment of somebody else; Conflict when it is
 *   too soon for an answer, cancelled, or asked already
 */
export async function askAboutAppointment(
  actor: ClientActor,
  environment: Environment,
  appointmentId: string | undefined,
  { kind, text }: { kind: AppointmentChange; text: string },
): Promise<string> {
  if (!environment.switches.moveAppointment) throw new NotFound();
  return transaction(async (tx) => {
    const { person, row } = await ownAppointment(tx, actor, environment, appointmentId);
    if (!mayBeAsked(row)) throw new Conflict("too_soon");
    return ask(tx, actor, person, { kind, appointmentId: row.id, wish: { text, contact: null } });
  });
}

/**
 * The client gives own contact data (F9). They are shown at once beside what the record has, and change the record only
 * when its system delivers them; the address to sign in with stays as it is.
 * @throws NotFound where the environment does not offer it; Conflict while an earlier change waits
 */
export async function giveContact(actor: ClientActor, environment: Environment, contact: OwnContact): Promise<string> {
  if (!environment.switches.ownContact) throw new NotFound();
  return transaction(async (tx) => {
    const person = await openPerson(tx, actor, environment, "profile");
    return ask(tx, actor, person, { kind: "contact", appointmentId: null, wish: { text: "", contact } });
  });
}

type Asked = { kind: ChangeKind; appointmentId: string | null; wish: Wish };

async function ask(tx: Transaction, actor: ClientActor, person: Person, { wish, ...asked }: Asked): Promise<string> {
  const { appointmentId } = asked;
  const same = appointmentId ? eq(changeRequests.appointmentId, appointmentId) : isNull(changeRequests.appointmentId);
  const [before] = await tx
    .select()
    .from(changeRequests)
    .where(and(waiting(person), same));
  // A button pressed twice, or an answer that got lost, is no second question.
  if (before?.kind === asked.kind && isDeepStrictEqual(shownChange(before).wish, wish)) return before.id;
  if (before) throw new Conflict("asked_already");
  const id = newId();
  const owner = { environmentId: person.environmentId, personId: person.id, accountId: actor.accountId };
  const clock = { state: "submitted" as const, submittedAt: now(), answerBy: answerBy(today()) };
  await tx.insert(changeRequests).values({ id, ...owner, ...asked, ...clock, wish: sealWish(id, wish) });
  await audit(tx, actor, { event: "change.ask", id, subjectId: person.id, detail: { kind: asked.kind } });
  await tellStaff(tx, person.environmentId, id);
  return id;
}

/** The client takes a change back. @throws Conflict when it is answered or taken back already, or not the client's own */
export async function withdrawChange(actor: ClientActor, environment: Environment, id: string): Promise<void> {
  await transaction(async (tx) => {
    const person = await openPerson(tx, actor, environment, "profile");
    const [row] = await tx
      .update(changeRequests)
      .set({ state: "withdrawn", decidedAt: now() })
      .where(and(waiting(person), eq(changeRequests.id, id)))
      .returning();
    if (!row) throw new Conflict("state_changed");
    await audit(tx, actor, { event: "change.withdraw", id, subjectId: person.id, detail: { kind: row.kind } });
  });
}

const waiting = (person: Person) =>
  and(
    eq(changeRequests.environmentId, person.environmentId),
    eq(changeRequests.personId, person.id),
    eq(changeRequests.state, "submitted"),
  );
