import { and, desc, eq, gte, or } from "drizzle-orm";
import { type Transaction, transaction } from "#db/client.server.ts";
import { changeRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { tellNews } from "#app/clients/accounts/tell-news.server.ts";
import { staffOf } from "#app/clients/accounts/match/staff.server.ts";
import { appointmentForDesk } from "#app/clients/records/appointment-for-desk.server.ts";
import { contactOf, type Person, personById, personNames } from "#app/clients/records/person.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { to, type Address } from "#app/shared/address.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { fullName } from "#app/shared/person-name.ts";
import type { ChangeRow } from "./change.ts";
import { sealAnswer, shownChange } from "./sealed.server.ts";

const MONTH_MS = 30 * 86_400_000;

/**
 * Changes that clients of the own environment ask for: those to answer first, soonest due on top; then what was decided in
 * the last thirty days. One line in the log that names each client shown.
 */
export async function changesToAnswer(actor: StaffActor) {
  const environmentId = staffOf(actor);
  return transaction(async (tx) => {
    const recent = gte(changeRequests.decidedAt, new Date(now().getTime() - MONTH_MS));
    const rows = await tx
      .select()
      .from(changeRequests)
      .where(and(eq(changeRequests.environmentId, environmentId), or(eq(changeRequests.state, "submitted"), recent)))
      .orderBy(desc(changeRequests.submittedAt));
    const personIds = rows.map(({ personId }) => personId);
    const names = await personNames(environmentId, personIds, tx);
    const list = rows.map(({ id, personId, kind, state, answerBy }) => {
      const open = state === "submitted";
      return { id, kind, state, answerBy, open, late: open && answerBy < today(), name: names.get(personId) ?? "" };
    });
    await audit(tx, actor, {
      ...{ event: "change.list", organisation: environmentId },
      id: environmentId,
      subjectIds: personIds,
    });
    const waiting = list.filter(({ open }) => open).toSorted((a, b) => a.answerBy.localeCompare(b.answerBy));
    return [...waiting, ...list.filter(({ open }) => !open)];
  });
}

/** One change with the client and what it is about; one line in the log. @throws NotFound for one of another environment */
export async function lookAtChange(actor: StaffActor, id: string) {
  return transaction(async (tx) => {
    const { row, person } = await changeOf(tx, actor, id);
    await audit(tx, actor, { event: "change.look", ...about(row) });
    const { kind, appointmentId } = row;
    return {
      ...shownChange(row),
      name: fullName(person),
      birthDate: person.birthDate,
      number: person.externalId,
      appointment: appointmentId ? await appointmentForDesk(tx, person, appointmentId) : null,
      recorded: kind === "contact" ? contactOf(person) : null,
    };
  });
}

/**
 * The practice answers: done in its own system, or not possible, with words for the client.
 * @throws Conflict when it was answered or taken back meanwhile
 */
export async function answerChange(
  actor: StaffActor,
  id: string,
  { state, answer }: { state: "done" | "declined"; answer: string },
): Promise<void> {
  await transaction(async (tx) => {
    const { person } = await changeOf(tx, actor, id);
    const decided = { decidedAt: now(), decidedBy: actor.accountId, decidedByName: actor.name };
    const [row] = await tx
      .update(changeRequests)
      .set({ state, ...decided, answer: answer ? sealAnswer(id, answer) : null })
      .where(and(eq(changeRequests.id, id), eq(changeRequests.state, "submitted")))
      .returning();
    if (!row) throw new Conflict("state_changed");
    await audit(tx, actor, { event: `change.${state}`, ...about(row) });
    await tellNews(tx, person, await placeOfAnswer(tx, person, row));
  });
}

/** Where the client reads the answer. An appointment that was withdrawn meanwhile has no page any more. */
async function placeOfAnswer(tx: Transaction, person: Person, { appointmentId }: ChangeRow): Promise<Address> {
  const environment = person.environmentId;
  if (appointmentId === null) return to("/mijn/:environment/profiel/wijzigen", { environment });
  const stands = await appointmentForDesk(tx, person, appointmentId);
  return stands
    ? to("/mijn/:environment/afspraken/:appointment/wijzigen", { environment, appointment: appointmentId })
    : to("/mijn/:environment/afspraken", { environment });
}

async function changeOf(tx: Transaction, actor: StaffActor, id: string) {
  const environmentId = staffOf(actor);
  const [row] = await tx
    .select()
    .from(changeRequests)
    .where(and(eq(changeRequests.id, id), eq(changeRequests.environmentId, environmentId)));
  const person = row && (await personById(environmentId, row.personId, tx));
  if (!row || !person) throw new NotFound();
  return { row, person };
}

const about = ({ id, environmentId: organisation, personId: subjectId }: ChangeRow) => ({
  id,
  organisation,
  subjectId,
});
