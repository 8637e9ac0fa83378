import type { Transaction } from "#db/client.server.ts";
import { people } from "#db/schema/records.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { bsnIndex, sealBsn, type Person } from "./person.server.ts";

/** Hash of a person that no delivery has named yet. */
export const NO_DELIVERY = "";

/** Makes the person of somebody who joins a network by DigiD: the number is proven, the name is the person's own word. */
export async function createPerson(
  tx: Transaction,
  given: { environmentId: string; bsn: string; firstName: string; lastName: string; birthDate: string },
): Promise<Person> {
  const { environmentId, bsn, ...name } = given;
  const id = newId();
  const [row] = await tx
    .insert(people)
    .values({
      id,
      environmentId,
      externalId: `own-${id}`,
      ...name,
      bsn: sealBsn(id, bsn),
      bsnIndex: bsnIndex(environmentId, bsn),
      importedAt: now(),
      lineHash: NO_DELIVERY,
    })
    .returning();
  return row!;
}
