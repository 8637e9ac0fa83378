import { and, eq, gte, inArray, or, type SQL } from "drizzle-orm";
import { type Reads, type Transaction, transaction } from "#db/client.server.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { courseOf } from "#app/platform/audit/course.server.ts";
import { staffOf } from "#app/clients/accounts/match/staff.server.ts";
import { appointmentForDesk } from "#app/clients/records/appointment-for-desk.server.ts";
import { ownClient, ownClientNames } from "#app/clients/records/care/own-clients.server.ts";
import { versionsOf } from "#app/clients/records/part-versions.server.ts";
import { contactOf, type Person, personById, personNames } from "#app/clients/records/person.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { fullName } from "#app/shared/person-name.ts";
import { type Desk, desks, isOpen, kinds } from "./kinds.ts";
import type { RowAt } from "./request.ts";
import { cases } from "./request-case.server.ts";
import { rowsAt } from "./rows.server.ts";
import { shownAboutPart } from "./sealed.server.ts";

const DAY_MS = 86_400_000;
const LISTED: Record<Desk, "change.list" | "correction.list"> = { practice: "change.list", record: "correction.list" };
const LOOKED = { practice: "change.look", record: "correction.look" } as const;

/**
 * What clients ask this desk: those to answer first, soonest due on top, so that the overdue lead; then the rest, newest
 * first. Practice staff sees those of the own environment, a clinician those of the own clients. One line in the log that
 * names each client shown.
 */
export async function requestsToAnswer<D extends Desk>(actor: StaffActor, desk: D) {
  const { environmentId } = actor.staff;
  const { listedDays, why: purpose, basis } = desks[desk];
  return transaction(async (tx) => {
    const own = await ownOf(tx, actor, desk);
    const since = listedDays === null ? null : new Date(now().getTime() - listedDays * DAY_MS);
    const recent = since && or(eq(clientRequests.state, "submitted"), gte(clientRequests.decidedAt, since));
    const inOwn = eq(clientRequests.environmentId, environmentId);
    const rows = await rowsAt(tx, desk, and(inOwn, own.which, recent ?? undefined));
    const ids = rows.map(({ personId }) => personId);
    const names = own.names ?? (await personNames(environmentId, ids, tx));
    const list = rows.map((row) => {
      const { id, personId, kind, state, dueOn } = row;
      const open = isOpen(row);
      return { id, personId, kind, state, dueOn, open, late: open && dueOn < today(), name: names.get(personId) ?? "" };
    });
    const about = { id: environmentId, organisation: environmentId, subjectIds: ids };
    const event: "change.list" | "correction.list" = LISTED[desk];
    await audit(tx, actor, { event, ...about, purpose, basis });
    const waiting = list.filter(({ open }) => open).toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
    return [...waiting, ...list.filter(({ open }) => !open)];
  });
}

/** Whose requests a desk may see at all; of a clinician with the names. @throws Forbidden for who is no practice staff */
async function ownOf(tx: Reads, actor: StaffActor, desk: Desk): Promise<{ which?: SQL; names?: Map<string, string> }> {
  if (desk === "practice") {
    staffOf(actor);
    return {};
  }
  const names = await ownClientNames(tx, actor);
  return { which: inArray(clientRequests.personId, [...names.keys()]), names };
}

/** One request opened, with the client and what it is about; one line in the log. @throws NotFound, Forbidden */
export async function lookAtRequest<D extends Desk>(actor: StaffActor, desk: D, id: string) {
  return transaction(async (tx) => {
    const { row, person } = await requestAtDesk(tx, actor, desk, id);
    await logAtDesk(tx, actor, row, desk);
    const { kind, aboutId } = row;
    const about = kinds[kind].about === "appointment" && aboutId !== null;
    const version = desk === "practice" ? 0 : ((await versionsOf(tx, person)).get(aboutId ?? "") ?? null);
    return {
      ...shownAboutPart(row, version),
      name: fullName(person),
      birthDate: person.birthDate,
      number: person.externalId,
      appointment: about ? await appointmentForDesk(tx, person, aboutId) : null,
      recorded: kinds[kind].about === "person" ? contactOf(person) : null,
      course: await courseOf(tx, cases[desk], id, { reader: "clinic" }),
    };
  });
}

/**
 * A request that this desk answers, with its client.
 * @throws NotFound for one of another environment or of anybody else's client; Forbidden for who is no practice staff
 */
export async function requestAtDesk<D extends Desk>(
  tx: Transaction,
  actor: StaffActor,
  desk: D,
  id: string,
): Promise<{ row: RowAt<D>; person: Person }> {
  const { environmentId } = actor.staff;
  if (desk === "practice") staffOf(actor);
  const one = and(eq(clientRequests.id, id), eq(clientRequests.environmentId, environmentId));
  const [row] = await rowsAt(tx, desk, one);
  if (!row) throw new NotFound();
  const person =
    desk === "practice" ? await personById(environmentId, row.personId, tx) : await ownClient(tx, actor, row.personId);
  if (!person) throw new NotFound();
  return { row, person };
}

async function logAtDesk(tx: Transaction, actor: StaffActor, row: RowAt<Desk>, desk: Desk): Promise<void> {
  const { why: purpose, basis } = desks[desk];
  const { id, environmentId: organisation, personId: subjectId } = row;
  await audit(tx, actor, { event: LOOKED[desk], id, organisation, subjectId, purpose, basis });
}
