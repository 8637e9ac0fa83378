import type { Reads } from "#db/client.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { Person } from "#app/clients/records/person.server.ts";
import { type Closed, concerned, linkOf, whyShut } from "#app/clients/records/read/gate.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { NotFound } from "#app/shared/errors.ts";

/**
 * Whose requests about the record these are, when this way of signing in opens the record. They stay readable after the
 * link is stopped. Or why they are shut.
 */
export async function requesterOrShut(
  tx: Reads,
  actor: ClientActor,
  environment: Environment,
): Promise<Person | Closed> {
  const person = await concerned(tx, actor, environment);
  const link = await linkOf(tx, person);
  const because = whyShut(environment, actor, "record", person, link);
  if (!person) return { open: false, because: "nobody", link };
  return because === null || because === "link" ? person : { open: false, because, link };
}

/** The client whose requests about the record these are. @throws NotFound when they are shut for this session */
export async function requester(tx: Reads, actor: ClientActor, environment: Environment): Promise<Person> {
  const found = await requesterOrShut(tx, actor, environment);
  if ("open" in found) throw new NotFound();
  return found;
}
