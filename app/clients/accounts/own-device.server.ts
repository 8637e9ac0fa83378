import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { clientDevices } from "#db/schema/accounts.ts";
import { now } from "#app/shared/clock.server.ts";
import { tokenHash } from "#app/shared/crypto.server.ts";

/** Whether the owner called this browser the own one; that it was seen is written down. */
export async function isOwnDevice(tx: Transaction, accountId: string, device: string | null): Promise<boolean> {
  if (!device) return false;
  const seen = await tx
    .update(clientDevices)
    .set({ lastSeenAt: now() })
    .where(
      and(
        eq(clientDevices.accountId, accountId),
        eq(clientDevices.tokenHash, tokenHash(device)),
        isNull(clientDevices.removedAt),
      ),
    )
    .returning({ id: clientDevices.id });
  return seen.length > 0;
}
