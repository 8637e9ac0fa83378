import { and, eq, isNull } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { grants } from "#db/schema/practices.ts";

/** Accounts that were granted something under an authorization, and still have it. */
export async function accountsUnder(from: Reads, authorizationId: string): Promise<string[]> {
  const rows = await from
    .select({ accountId: grants.accountId })
    .from(grants)
    .where(and(eq(grants.authorizationId, authorizationId), isNull(grants.withdrawnAt)));
  return [...new Set(rows.map((row) => row.accountId))];
}
