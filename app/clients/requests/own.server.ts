import { and, eq, inArray, isNull } from "drizzle-orm";
import { type Reads, type Transaction, transaction } from "#db/client.server.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { courseOf, type Happening } from "#app/platform/audit/course.server.ts";
import { ownAccounts } from "#app/clients/accounts/match/own-accounts.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { heldParts, versionsOf } from "#app/clients/records/part-versions.server.ts";
import type { Person } from "#app/clients/records/person.server.ts";
import { ownAppointment } from "#app/clients/records/read/appointments.server.ts";
import { type Closed, openPerson } from "#app/clients/records/read/gate.server.ts";
import { logLook } from "#app/clients/records/read/log-look.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { NotFound } from "#app/shared/errors.ts";
import { answerBy, mayBeAsked } from "./ask.server.ts";
import { type Desk, isOpen } from "./kinds.ts";
import type { AboutPart, RowAt, ShownRequest } from "./request.ts";
import { cases } from "./request-case.server.ts";
import { requester, requesterOrShut } from "./requester.server.ts";
import { ofPerson, rowsAt } from "./rows.server.ts";
import { shownAboutPart, shownRequest } from "./sealed.server.ts";

/** What the client asked about one thing, newest first; whether it can be asked now, and when it would be answered. */
export type OwnRequests = { requests: ShownRequest<"practice">[]; mayAsk: boolean; answerBy: string };

/** What the client asked about one appointment; one line in the log. @throws NotFound where it is not offered or not own */
export async function lookAtAppointmentRequests(
  actor: ClientActor,
  environment: Environment,
  appointmentId: string | undefined,
): Promise<OwnRequests & { startsAt: Date }> {
  if (!environment.switches.moveAppointment) throw new NotFound();
  return transaction(async (tx) => {
    const { person, row } = await ownAppointment(tx, actor, environment, appointmentId);
    const requests = await written(tx, person, "practice", { aboutId: row.id });
    await logLook(tx, actor, person, { event: "change.look", object: "appointment", id: row.id });
    return { ...own(requests, mayBeAsked(row)), startsAt: row.startsAt };
  });
}

/** What the client gave as own contact data; one line in the log. @throws NotFound where it is not offered */
export async function lookAtContactRequests(actor: ClientActor, environment: Environment): Promise<OwnRequests> {
  if (!environment.switches.ownContact) throw new NotFound();
  return transaction(async (tx) => {
    const person = await openPerson(tx, actor, environment, "profile");
    const requests = await written(tx, person, "practice", { aboutId: null });
    await logLook(tx, actor, person, { event: "change.look", object: "person" });
    return own(requests, true);
  });
}

/** The client's own requests about the record, newest first; one line in the log. Or why they are shut. */
export async function lookAtOwnRequests(
  actor: ClientActor,
  environment: Environment,
): Promise<Closed | { open: true; requests: AboutPart[] }> {
  return transaction(async (tx) => {
    const person = await requesterOrShut(tx, actor, environment);
    if ("open" in person) return person;
    const rows = await written(tx, person, "record");
    await logOwn(tx, actor, person, { event: "correction.list", id: person.id });
    const show = await asItStands(tx, person);
    return { open: true, requests: rows.map(show) };
  });
}

/** One own request about the record with what happened to it; one line in the log. @throws NotFound for one of anybody else */
export async function lookAtOwnRequest(
  actor: ClientActor,
  environment: Environment,
  id: string,
): Promise<AboutPart & { course: Happening[] }> {
  return transaction(async (tx) => {
    const person = await requester(tx, actor, environment);
    const [row] = await written(tx, person, "record", { id });
    if (!row) throw new NotFound();
    await logOwn(tx, actor, person, { event: "correction.look", id });
    const { namesInLog: names } = environment.switches;
    const course = await courseOf(tx, cases.record, id, { reader: "client", self: actor.accountId, names });
    return { ...(await asItStands(tx, person))(row), course };
  });
}

/** Requests of a client, newest first; without those of somebody whom staff took for this client for a while. */
async function written<D extends Desk>(
  tx: Reads,
  person: Person,
  desk: D,
  { id, aboutId }: { id?: string; aboutId?: string | null } = {},
): Promise<RowAt<D>[]> {
  const about = aboutId === null ? isNull(clientRequests.aboutId) : aboutId && eq(clientRequests.aboutId, aboutId);
  const by = inArray(clientRequests.accountId, await ownAccounts(tx, person));
  return rowsAt(tx, desk, and(ofPerson(person), by, about || undefined, id ? eq(clientRequests.id, id) : undefined));
}

const own = (rows: RowAt<"practice">[], possible: boolean): OwnRequests => ({
  requests: rows.map((row) => shownRequest(row)),
  mayAsk: possible && !rows.some(isOpen),
  answerBy: answerBy(),
});

/** Opens requests as the client may see them now: nothing is quoted of a part that was withdrawn or is held back. */
async function asItStands(tx: Reads, person: Person): Promise<(row: RowAt<"record">) => AboutPart> {
  const versions = await versionsOf(tx, person);
  const held = await heldParts(tx, person);
  return (row) => shownAboutPart(row, versions.get(row.aboutId ?? "") ?? null, held.has(row.aboutId ?? ""));
}

type Look = { event: "correction.list" | "correction.look"; id: string };

async function logOwn(tx: Transaction, actor: ClientActor, person: Person, look: Look): Promise<void> {
  await audit(tx, actor, { ...look, subjectId: person.id, purpose: "own_record" });
}
