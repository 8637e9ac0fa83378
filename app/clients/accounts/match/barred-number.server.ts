import { and, eq } from "drizzle-orm";
import type { Reads, Transaction } from "#db/client.server.ts";
import { clientBarredNumbers } from "#db/schema/accounts.ts";
import type { Person } from "#app/clients/records/person.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { ClientAccount } from "#app/platform/doors/owners/client-account.server.ts";

/**
 * Bars the DigiD of an account from opening the record that the account loses: until the record system puts the number
 * right, that record would let the same person in anew. Does nothing for an account without record or DigiD.
 */
export async function barNumber(
  tx: Transaction,
  { id: accountId, environmentId, personId, bsnIndex }: ClientAccount,
): Promise<void> {
  if (personId === null || bsnIndex === null) return;
  const row = { id: newId(), environmentId, accountId, personId, bsnIndex, barredAt: now() };
  await tx.insert(clientBarredNumbers).values(row);
}

/**
 * Whether the number in a record was that of somebody else: then DigiD alone opens no account of it. Practice staff lets
 * in, by a sign-up that it matches.
 */
export async function isBarred(from: Reads, { id, environmentId, bsnIndex }: Person): Promise<boolean> {
  if (bsnIndex === null) return false;
  const here = and(eq(clientBarredNumbers.environmentId, environmentId), eq(clientBarredNumbers.personId, id));
  return (await from.$count(clientBarredNumbers, and(here, eq(clientBarredNumbers.bsnIndex, bsnIndex)))) > 0;
}
