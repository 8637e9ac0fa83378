import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { type Reads, transaction } from "#db/client.server.ts";
import { changeRequests } from "#db/schema/requests.ts";
import { ownAccounts } from "#app/clients/accounts/match/own-accounts.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { ownAppointment } from "#app/clients/records/read/appointments.server.ts";
import { openPerson } from "#app/clients/records/read/gate.server.ts";
import { logLook } from "#app/clients/records/read/log-look.server.ts";
import type { Person } from "#app/clients/records/person.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { today } from "#app/shared/clock.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import type { ShownChange } from "./change.ts";
import { answerBy, mayBeAsked } from "./clock.server.ts";
import { shownChange } from "./sealed.server.ts";

/** Own changes, newest first; whether one can be asked now, and when it would be answered. */
export type OwnChanges = { changes: ShownChange[]; mayAsk: boolean; answerBy: string };

/** What the client asked about one appointment; one line in the log. @throws NotFound where it is not offered or not own */
export async function lookAtAppointmentChanges(
  actor: ClientActor,
  environment: Environment,
  appointmentId: string | undefined,
): Promise<OwnChanges & { startsAt: Date }> {
  if (!environment.switches.moveAppointment) throw new NotFound();
  return transaction(async (tx) => {
    const { person, row } = await ownAppointment(tx, actor, environment, appointmentId);
    const changes = await tx
      .select()
      .from(changeRequests)
      .where(and(await of(tx, person), eq(changeRequests.appointmentId, row.id)))
      .orderBy(desc(changeRequests.submittedAt));
    await logLook(tx, actor, person, { event: "change.look", object: "appointment", id: row.id });
    return { ...own(changes.map(shownChange), mayBeAsked(row)), startsAt: row.startsAt };
  });
}

/** What the client gave as own contact data; one line in the log. @throws NotFound where it is not offered */
export async function lookAtContactChanges(actor: ClientActor, environment: Environment): Promise<OwnChanges> {
  if (!environment.switches.ownContact) throw new NotFound();
  return transaction(async (tx) => {
    const person = await openPerson(tx, actor, environment, "profile");
    const changes = await tx
      .select()
      .from(changeRequests)
      .where(and(await of(tx, person), isNull(changeRequests.appointmentId)))
      .orderBy(desc(changeRequests.submittedAt));
    await logLook(tx, actor, person, { event: "change.look", object: "person", id: person.id });
    return own(changes.map(shownChange), true);
  });
}

const own = (changes: ShownChange[], possible: boolean): OwnChanges => ({
  changes,
  mayAsk: possible && !changes.some(({ state }) => state === "submitted"),
  answerBy: answerBy(today()),
});

/** Not what somebody asked whom practice staff took for this client for a while. */
const of = async (tx: Reads, person: Person) =>
  and(
    eq(changeRequests.environmentId, person.environmentId),
    eq(changeRequests.personId, person.id),
    inArray(changeRequests.accountId, await ownAccounts(tx, person)),
  );
