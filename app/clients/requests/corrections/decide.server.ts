import { to } from "#app/shared/address.ts";
import { and, eq, inArray } from "drizzle-orm";
import { type Transaction, transaction } from "#db/client.server.ts";
import { correctionRequests } from "#db/schema/requests.ts";
import { tellNews } from "#app/clients/accounts/tell-news.server.ts";
import { addBlock } from "#app/clients/records/blocks.server.ts";
import type { EventFor } from "#app/platform/audit/events/catalogue.ts";
import { logCare } from "#app/clients/records/care/log-care.server.ts";
import { ownClient } from "#app/clients/records/care/own-clients.server.ts";
import { versionsOf } from "#app/clients/records/part-versions.server.ts";
import type { Person } from "#app/clients/records/person.server.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { dutchDate, now, today } from "#app/shared/clock.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { dueOn } from "./clock.server.ts";
import type { RequestRow, RequestState } from "./request.ts";
import { sealText } from "./sealed.server.ts";

/** The clinician takes up a request: submitted → in_review. */
export async function takeUpRequest(actor: StaffActor, id: string): Promise<void> {
  await act(actor, id, "correction.take_up", async (tx, row) => {
    await move(tx, row, ["submitted"], { state: "in_review", takenUpBy: actor.accountId });
  });
}

/**
 * Two more months, once, told with the reason before the first month is over (AVG art. 12): in_review → extended.
 * @throws Conflict also when the first month has passed
 */
export async function extendRequest(actor: StaffActor, id: string, reason: string): Promise<void> {
  await act(actor, id, "correction.extend", async (tx, row) => {
    if (row.dueOn < today()) throw new Conflict("too_late");
    await move(tx, row, ["in_review"], {
      ...{ state: "extended", extendedAt: now(), dueOn: dueOn(dutchDate(row.submittedAt), true) },
      extendedReason: sealText(id, "extended_reason", reason),
    });
  });
}

/** Yes, with what was done; a shielding takes effect at once: in_review or extended → granted. */
export async function grantRequest(actor: StaffActor, id: string, answer: string): Promise<void> {
  await act(actor, id, "correction.grant", async (tx, row, person) => {
    await move(tx, row, ["in_review", "extended"], decision(actor, id, "granted", answer));
    const stands = (await versionsOf(tx, person)).has(row.partId);
    // What its sender withdrew shows to nobody: there is nothing left to shield.
    if (row.kind === "shielding" && stands) await addBlock(tx, actor, row.personId, row.partId, answer);
  });
}

/** No, with the reason, which the client reads: in_review or extended → refused. */
export async function refuseRequest(actor: StaffActor, id: string, reason: string): Promise<void> {
  await act(actor, id, "correction.refuse", async (tx, row) => {
    await move(tx, row, ["in_review", "extended"], decision(actor, id, "refused", reason));
  });
}

const decision = (actor: StaffActor, id: string, state: "granted" | "refused", answer: string) => ({
  ...{ state, decidedAt: now(), decidedBy: actor.accountId, decidedByName: actor.name },
  answer: sealText(id, "answer", answer),
});

/**
 * A request of an own client, with that client.
 * @throws NotFound for a request of anybody else's client
 */
export async function requestOfOwnClient(
  tx: Transaction,
  actor: StaffActor,
  id: string,
): Promise<{ row: RequestRow; person: Person }> {
  const [row] = await tx
    .select()
    .from(correctionRequests)
    .where(and(eq(correctionRequests.id, id), eq(correctionRequests.environmentId, actor.staff.environmentId)));
  if (!row) throw new NotFound();
  return { row, person: await ownClient(tx, actor, row.personId) };
}

async function act(
  actor: StaffActor,
  id: string,
  event: EventFor<"care">,
  work: (tx: Transaction, row: RequestRow, person: Person) => Promise<void>,
): Promise<void> {
  await transaction(async (tx) => {
    const { row, person } = await requestOfOwnClient(tx, actor, id);
    await work(tx, row, person);
    await logCare(tx, actor, person.id, { event, id });
    await tellNews(
      tx,
      person,
      to("/mijn/:environment/verzoeken/:request", { environment: person.environmentId, request: id }),
    );
  });
}

/** The one place where a clinician changes a state: only from a listed one. */
async function move(tx: Transaction, row: RequestRow, from: RequestState[], change: Partial<RequestRow>) {
  const done = await tx
    .update(correctionRequests)
    .set(change)
    .where(and(eq(correctionRequests.id, row.id), inArray(correctionRequests.state, from)))
    .returning({ id: correctionRequests.id });
  if (done.length === 0) throw new Conflict("state_changed");
}
