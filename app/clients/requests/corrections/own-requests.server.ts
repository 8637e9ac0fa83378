import { and, desc, eq, inArray } from "drizzle-orm";
import { type Reads, transaction } from "#db/client.server.ts";
import { correctionRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { ownAccounts } from "#app/clients/accounts/match/own-accounts.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { Person } from "#app/clients/records/person.server.ts";
import { heldParts, versionsOf } from "#app/clients/records/part-versions.server.ts";
import { type Closed, concerned, linkOf, whyShut } from "#app/clients/records/read/gate.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { NotFound } from "#app/shared/errors.ts";
import type { RequestRow, ShownRequest } from "./request.ts";
import { shownRequest } from "./sealed.server.ts";

/**
 * Whose requests these are, when this way of signing in opens the record. They stay readable after the link is stopped.
 */
async function gate(tx: Reads, actor: ClientActor, environment: Environment): Promise<Person | Closed> {
  const person = await concerned(tx, actor, environment);
  const link = await linkOf(tx, person);
  const because = whyShut(environment, actor, "record", person, link);
  if (!person) return { open: false, because: "nobody", link };
  return because === null || because === "link" ? person : { open: false, because, link };
}

/** The client whose requests these are. @throws NotFound when they are shut for this session */
export async function requester(tx: Reads, actor: ClientActor, environment: Environment): Promise<Person> {
  const found = await gate(tx, actor, environment);
  if ("open" in found) throw new NotFound();
  return found;
}

/** The requests of one client, as a condition of the query itself: nobody else's is ever read (H11). */
export const requestsOf = (person: Person) =>
  and(eq(correctionRequests.environmentId, person.environmentId), eq(correctionRequests.personId, person.id));

/** The same, without those of somebody whom practice staff took for this client for a while. */
const written = async (tx: Reads, person: Person) =>
  and(requestsOf(person), inArray(correctionRequests.accountId, await ownAccounts(tx, person)));

/** The client's own requests, newest first; one line in the log. Or why they are shut. */
export async function lookAtOwnRequests(
  actor: ClientActor,
  environment: Environment,
): Promise<Closed | { open: true; requests: ShownRequest[] }> {
  return transaction(async (tx) => {
    const person = await gate(tx, actor, environment);
    if ("open" in person) return person;
    const rows = await tx
      .select()
      .from(correctionRequests)
      .where(await written(tx, person))
      .orderBy(desc(correctionRequests.submittedAt), desc(correctionRequests.id));
    await audit(tx, actor, { event: "correction.list", id: person.id, subjectId: person.id });
    const show = await asItStands(tx, person);
    return { open: true, requests: rows.map(show) };
  });
}

/** One own request; one line in the log. @throws NotFound for one of anybody else */
export async function lookAtOwnRequest(
  actor: ClientActor,
  environment: Environment,
  id: string,
): Promise<ShownRequest> {
  return transaction(async (tx) => {
    const person = await requester(tx, actor, environment);
    const [row] = await tx
      .select()
      .from(correctionRequests)
      .where(and(await written(tx, person), eq(correctionRequests.id, id)));
    if (!row) throw new NotFound();
    await audit(tx, actor, { event: "correction.look", id, subjectId: person.id });
    return (await asItStands(tx, person))(row);
  });
}

/** Opens requests as the client may see them now: nothing is quoted of a part that was withdrawn or is held back. */
async function asItStands(tx: Reads, person: Person): Promise<(row: RequestRow) => ShownRequest> {
  const versions = await versionsOf(tx, person);
  const held = await heldParts(tx, person);
  return (row) => shownRequest(row, versions.get(row.partId) ?? null, held.has(row.partId));
}
