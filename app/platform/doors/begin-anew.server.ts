import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { accounts, doorDevices, doorFactors, doorRecoveryCodes } from "#db/schema/doors.ts";
import { oneMore } from "#db/step.ts";
import { forgetUsed } from "./links.server.ts";

/**
 * An account that ended is invited again: nothing of before opens it, no factor, code, browser or half session. The phone
 * may be somebody else's by now.
 */
export async function beginAnew(
  tx: Transaction,
  id: string,
  row: Partial<typeof accounts.$inferInsert>,
): Promise<void> {
  await tx
    .update(accounts)
    .set({ ...row, codeFailures: 0, credentialVersion: oneMore(accounts.credentialVersion) })
    .where(eq(accounts.id, id));
  await tx.delete(doorFactors).where(eq(doorFactors.ownerId, id));
  await tx.delete(doorRecoveryCodes).where(eq(doorRecoveryCodes.ownerId, id));
  await tx.delete(doorDevices).where(eq(doorDevices.ownerId, id));
  for (const purpose of ["reset", "unlock"] as const) await forgetUsed(tx, purpose, id);
}
