import { and, eq, isNull, ne } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { devices } from "#db/schema/doors.ts";
import { now } from "#app/shared/clock.server.ts";
import { tokenHash } from "#app/shared/crypto.server.ts";
import { forgetUsed, usedLately } from "../links.server.ts";

/** How long a browser that opened a lock from the mailbox is known by that, in milliseconds. */
export const UNLOCKED_MS = 86_400_000;

/** What a browser holds from before: the cookie of a full sign-in, and the secret of a link that ended a lock. */
export type Held = { device: string | null; unlocked?: string | null };

/** What the tries of a browser that is known to the owner of this account are counted under; null when it is not. */
export async function knownBrowser(account: { id: string } | undefined, held: Held): Promise<string[] | null> {
  if (!account) return null;
  if (held.device) {
    const mine = and(eq(devices.accountId, account.id), eq(devices.tokenHash, tokenHash(held.device)));
    const [known] = await db
      .select({ id: devices.id })
      .from(devices)
      .where(and(mine, isNull(devices.removedAt)));
    if (known) return ["sign_in_device", known.id];
  }
  const link = await usedLately("unlock", held.unlocked, account.id, UNLOCKED_MS);
  return link === null ? null : ["sign_in_unlocked", link];
}

/**
 * Knows no browser any more: whoever signed in or opened a lock with what is worthless now has no counter of its own.
 * @param except cookie of the browser in which the owner is now; that one stays known
 */
export async function forgetBrowsers(tx: Transaction, accountId: string, except: string | null = null): Promise<void> {
  const others = except === null ? undefined : ne(devices.tokenHash, tokenHash(except));
  await tx
    .update(devices)
    .set({ removedAt: now() })
    .where(and(eq(devices.accountId, accountId), isNull(devices.removedAt), others));
  await forgetUsed(tx, "unlock", accountId);
}
