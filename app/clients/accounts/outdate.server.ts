import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { clientAccounts } from "#db/schema/accounts.ts";
import { oneMore } from "#db/step.ts";

/** Makes everything that was begun with the credentials of before worthless: half sessions, and codes on their way. */
export async function outdateClientCredentials(tx: Transaction, accountId: string): Promise<void> {
  await tx
    .update(clientAccounts)
    .set({ credentialVersion: oneMore(clientAccounts.credentialVersion) })
    .where(eq(clientAccounts.id, accountId));
}
