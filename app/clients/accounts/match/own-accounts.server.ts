import { and, eq, inArray } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import type { Person } from "#app/clients/records/person.server.ts";

/**
 * Accounts through which a person wrote, by id: also closed ones, but none that was matched wrongly. What others wrote
 * about the record is theirs, and the person does not read it.
 */
export async function ownAccounts(
  from: Reads,
  { id, environmentId }: Pick<Person, "id" | "environmentId">,
): Promise<string[]> {
  const rows = await from
    .select({ id: clientAccounts.id, closedReason: clientAccounts.closedReason })
    .from(clientAccounts)
    .where(and(eq(clientAccounts.environmentId, environmentId), eq(clientAccounts.personId, id)));
  return rows.filter(({ closedReason }) => closedReason !== "wrong_person").map((row) => row.id);
}

/** Which of these accounts were matched to this person wrongly, or never: they are of somebody else. */
export async function accountsOfOthers(
  from: Reads,
  person: Pick<Person, "id" | "environmentId">,
  ids: string[],
): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const own = new Set(await ownAccounts(from, person));
  const known = await from
    .select({ id: clientAccounts.id })
    .from(clientAccounts)
    .where(inArray(clientAccounts.id, ids));
  return new Set(known.map(({ id }) => id).filter((id) => !own.has(id)));
}
