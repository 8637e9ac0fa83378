import { and, eq } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { authorizations } from "#db/schema/authorization.ts";

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
