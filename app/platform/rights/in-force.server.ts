import { and, eq, inArray } from "drizzle-orm";
import { db, type Reads } from "#db/client.server.ts";
import { authorizations } from "#db/schema/joining.ts";

/** Id of the authorization by which an account opens a practice now, or null; asked inside the transaction that rests on it. */
export async function authorizationInForce(tx: Reads, accountId: string, practiceId: string): Promise<string | null> {
  const [found] = await tx
    .select({ id: authorizations.id })
    .from(authorizations)
    .where(
      and(
        eq(authorizations.practiceId, practiceId),
        eq(authorizations.accountId, accountId),
        eq(authorizations.state, "in_force"),
      ),
    );
  return found?.id ?? null;
}

/** Authorizations that open these practices now: of whom, for which. */
export async function authorizationsOfPractices(
  practiceIds: string[],
): Promise<{ id: string; practiceId: string | null; accountId: string | null }[]> {
  if (practiceIds.length === 0) return [];
  const { id, practiceId, accountId } = authorizations;
  return db
    .select({ id, practiceId, accountId })
    .from(authorizations)
    .where(and(inArray(practiceId, practiceIds), eq(authorizations.state, "in_force")));
}
