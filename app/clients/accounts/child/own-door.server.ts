import { eq } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { clientAccounts, clientSessions } from "#db/schema/accounts.ts";
import { readCookie } from "#app/platform/doors/cookies.server.ts";
import { personById } from "#app/clients/records/person.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { tokenHash } from "#app/shared/crypto.server.ts";
import { type OwnDoor, ownDoorAt } from "./own-door.ts";

type Account = Pick<typeof clientAccounts.$inferSelect, "environmentId" | "personId" | "birthDate" | "ageSeenAt">;

/**
 * Whether the owner of an account may come in alone, at this moment: by the birth date of the record, and before
 * anybody is matched by the own statement. Every door and every request asks it; nothing of it is stored.
 */
export async function ownDoor(account: Account, from: Reads = db): Promise<OwnDoor> {
  const { environmentId, personId } = account;
  const person = personId === null ? null : await personById(environmentId, personId, from);
  return ownDoorAt(person?.birthDate ?? account.birthDate, today(), account.ageSeenAt !== null);
}

/** Why the account of this browser's session is paused, so that the page can say it; null when it is not. */
export async function pausedVisitor(request: Request, environmentId: string): Promise<Exclude<OwnDoor, "open"> | null> {
  const token = readCookie(request, `client-${environmentId}`);
  if (!token) return null;
  const [row] = await db
    .select({ account: clientAccounts })
    .from(clientSessions)
    .innerJoin(clientAccounts, eq(clientAccounts.id, clientSessions.accountId))
    .where(eq(clientSessions.tokenHash, tokenHash(token)));
  if (row?.account.environmentId !== environmentId) return null;
  const door = await ownDoor(row.account);
  return door === "open" ? null : door;
}
