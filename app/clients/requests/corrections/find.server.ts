import { fullName } from "#app/shared/person-name.ts";
import { and, eq, inArray } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { correctionRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { logCare } from "#app/clients/records/care/log-care.server.ts";
import { ownClientNames } from "#app/clients/records/care/own-clients.server.ts";
import { versionsOf } from "#app/clients/records/part-versions.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { requestOfOwnClient } from "./decide.server.ts";
import { openStates } from "./request.ts";
import { shownRequest } from "./sealed.server.ts";

/**
 * Requests of the own clients of a clinician: those to answer first, the earliest due date on top, so that the overdue
 * lead; then the rest, newest first. One line in the log that names each client shown.
 */
export async function requestsOfOwnClients(actor: StaffActor) {
  return transaction(async (tx) => {
    const names = await ownClientNames(tx, actor);
    const { environmentId } = actor.staff;
    const own = and(
      eq(correctionRequests.environmentId, environmentId),
      inArray(correctionRequests.personId, [...names.keys()]),
    );
    const rows = await tx.select().from(correctionRequests).where(own);
    const list = rows.map(({ id, personId, kind, state, submittedAt, dueOn }) => {
      const name = names.get(personId) ?? "";
      return { id, personId, kind, state, submittedAt, dueOn, name, open: openStates.includes(state) };
    });
    list.sort((a, b) => {
      if (a.open !== b.open) return a.open ? -1 : 1;
      return a.open ? a.dueOn.localeCompare(b.dueOn) : b.submittedAt.getTime() - a.submittedAt.getTime();
    });
    await audit(tx, actor, {
      ...{ event: "correction.list", id: environmentId, organisation: environmentId },
      ...{ purpose: "care", basis: "care_relation" },
      subjectIds: list.map(({ personId }) => personId),
    });
    return list;
  });
}

/** One request of an own client, opened; one line in the log. @throws NotFound for one of anybody else's client */
export async function lookAtRequest(actor: StaffActor, id: string) {
  return transaction(async (tx) => {
    const { row, person } = await requestOfOwnClient(tx, actor, id);
    await logCare(tx, actor, person.id, { event: "correction.look", id });
    const version = (await versionsOf(tx, person)).get(row.partId) ?? null;
    return { ...shownRequest(row, version), name: fullName(person), birthDate: person.birthDate };
  });
}
