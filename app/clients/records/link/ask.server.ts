import { and, eq, inArray } from "drizzle-orm";
import { type Transaction, transaction } from "#db/client.server.ts";
import { recordLinks } from "#db/schema/records.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { Person } from "../person.server.ts";
import { concerned, linkOf, whyShut } from "../read/gate.server.ts";

/**
 * The client asks the clinician to open the record (G4): none or unlinked → asked.
 * @throws Conflict when it was asked or linked already, or this way of signing in would not open the record anyway
 */
export async function askForRecord(actor: ClientActor, environment: Environment): Promise<void> {
  await transaction(async (tx) => {
    const person = await shutByLink(tx, actor, environment);
    const change = { state: "asked" as const, askedAt: now() };
    const again = await tx
      .update(recordLinks)
      .set(change)
      .where(and(eq(recordLinks.personId, person.id), inArray(recordLinks.state, ["none", "unlinked"])))
      .returning({ id: recordLinks.id });
    const row = { id: newId(), environmentId: environment.id, personId: person.id, ...change };
    const done =
      again.length > 0
        ? again
        : await tx.insert(recordLinks).values(row).onConflictDoNothing().returning({ id: recordLinks.id });
    if (done.length === 0) throw new Conflict("state_changed");
    await audit(tx, actor, { event: "record_link.ask", id: person.id, subjectId: person.id });
  });
}

/** The client takes the question back: asked → none. @throws Conflict when nothing is asked */
export async function withdrawAsk(actor: ClientActor, environment: Environment): Promise<void> {
  await transaction(async (tx) => {
    const person = await shutByLink(tx, actor, environment);
    const done = await tx
      .update(recordLinks)
      .set({ state: "none", askedAt: null })
      .where(and(eq(recordLinks.personId, person.id), eq(recordLinks.state, "asked")))
      .returning({ id: recordLinks.id });
    if (done.length === 0) throw new Conflict("state_changed");
    await audit(tx, actor, { event: "record_link.withdraw", id: person.id, subjectId: person.id });
  });
}

async function shutByLink(tx: Transaction, actor: ClientActor, environment: Environment): Promise<Person> {
  const person = await concerned(tx, actor, environment);
  const shut = whyShut(environment, actor, "record", person, await linkOf(tx, person));
  if (!person || shut !== "link") throw new Conflict(shut === null ? "state_changed" : shut);
  return person;
}
