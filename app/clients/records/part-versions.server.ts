import type { Reads } from "#db/client.server.ts";
import { recordParts } from "#db/schema/records.ts";
import { holdsOf, isStanding } from "./holds/standing.server.ts";
import type { Person } from "./person.server.ts";
import { standing } from "./standing.ts";

/** Versions of the parts of a person that stand, by id; a part that its sender withdrew is not among them. */
export async function versionsOf(
  tx: Reads,
  person: Pick<Person, "id" | "environmentId">,
): Promise<Map<string, number>> {
  const { id, version } = recordParts;
  const rows = await tx.select({ id, version }).from(recordParts).where(standing.parts(person));
  return new Map(rows.map((row) => [row.id, row.version]));
}

/** Which parts of a person a clinician holds back at this moment, by id. */
export async function heldParts(tx: Reads, person: Pick<Person, "id" | "environmentId">): Promise<Set<string>> {
  return new Set((await holdsOf(tx, person)).filter(isStanding).map(({ partId }) => partId));
}
