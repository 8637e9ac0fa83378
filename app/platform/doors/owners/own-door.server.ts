import { and, eq } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import type { clientAccounts } from "#db/schema/accounts.ts";
import { people } from "#db/schema/records.ts";
import { today } from "#app/shared/clock.server.ts";
import { type OwnDoor, ownDoorAt } from "./own-door.ts";

type Account = Pick<typeof clientAccounts.$inferSelect, "environmentId" | "personId" | "birthDate" | "ageSeenAt">;

/**
 * Whether the owner of an account may come in alone, at this moment: by the birth date of the record, and before
 * anybody is matched by the own statement. Every door and every request asks it; nothing of it is stored.
 */
export async function ownDoor(account: Account, from: Reads = db): Promise<OwnDoor> {
  const { environmentId, personId } = account;
  const [person] =
    personId === null
      ? []
      : await from
          .select({ birthDate: people.birthDate })
          .from(people)
          .where(and(eq(people.environmentId, environmentId), eq(people.id, personId)));
  return ownDoorAt(person?.birthDate ?? account.birthDate, today(), account.ageSeenAt !== null);
}
