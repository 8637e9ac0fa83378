import { and, eq, isNull, ne } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { doorDevices } from "#db/schema/doors.ts";
import { now } from "#app/shared/clock.server.ts";
import { newToken, tokenHash } from "#app/shared/crypto.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { tell } from "../letters/write.server.ts";
import { forgetUsed, usedLately } from "../links.server.ts";
import type { Door, DoorRow } from "../owners/owner.ts";
import { purposeOf } from "../purposes.ts";

/** How long a browser that opened a lock from the mailbox is known by that, in milliseconds. */
export const UNLOCKED_MS = 86_400_000;

/** What a browser holds from before: the cookie by which its owner is known, and the secret of a link that ended a lock. */
export type Held = { device: string | null; unlocked?: string | null };

const mine = (door: Door, ownerId: string) =>
  and(eq(doorDevices.ownerKind, door.owner.kind), eq(doorDevices.ownerId, ownerId));
const known = isNull(doorDevices.removedAt);

/** What the tries of a browser that is known to the owner of this account are counted under; null when it is not. */
export async function knownBrowser(door: Door, row: { id: string } | null, held: Held): Promise<string[] | null> {
  if (!row) return null;
  const { prefix } = door.owner;
  if (held.device) {
    const [found] = await db
      .select({ id: doorDevices.id })
      .from(doorDevices)
      .where(and(mine(door, row.id), eq(doorDevices.tokenHash, tokenHash(held.device)), known));
    if (found) return [`${prefix}sign_in_device`, found.id];
  }
  const link = await usedLately(purposeOf(door, "unlock"), held.unlocked, row.id, UNLOCKED_MS);
  return link === null ? null : [`${prefix}sign_in_unlocked`, link];
}

/** Whether this browser is known to its owner; that it was seen is written down. */
export async function isKnownDevice(tx: Transaction, door: Door, ownerId: string, device: string | null) {
  if (!device) return false;
  const seen = await tx
    .update(doorDevices)
    .set({ lastSeenAt: now() })
    .where(and(mine(door, ownerId), eq(doorDevices.tokenHash, tokenHash(device)), known))
    .returning({ id: doorDevices.id });
  return seen.length > 0;
}

/** Makes a browser known to its owner, or known again. @param token its device cookie, if it has one */
export async function nameDevice(tx: Transaction, door: Door, ownerId: string, token: string | null): Promise<string> {
  const made = token ?? newToken();
  const seen = { lastSeenAt: now(), removedAt: null };
  const row = { id: newId(), ownerKind: door.owner.kind, ownerId, tokenHash: tokenHash(made), createdAt: now() };
  await tx
    .insert(doorDevices)
    .values({ ...row, ...seen })
    .onConflictDoUpdate({ target: [doorDevices.tokenHash, doorDevices.ownerId], set: seen });
  return made;
}

/**
 * After a full sign-in: the browser is known from now on, where that makes it known. A new one is told to the owner,
 * unless it is the first of all. Returns the value of its cookie, null when there is none.
 */
export async function rememberDevice(
  tx: Transaction,
  door: Door,
  row: DoorRow,
  token: string | null,
): Promise<string | null> {
  if (door.owner.browsers === "by_its_owner") return null;
  if (token && (await isKnownDevice(tx, door, row.id, token))) return token;
  const first = (await tx.$count(doorDevices, mine(door, row.id))) === 0;
  const made = await nameDevice(tx, door, row.id, token);
  if (!first) await tell(tx, door, row, "device");
  return made;
}

/** The browsers that are known to somebody. */
export async function knownDevices(door: Door, ownerId: string) {
  return db
    .select({ id: doorDevices.id, createdAt: doorDevices.createdAt, lastSeenAt: doorDevices.lastSeenAt })
    .from(doorDevices)
    .where(and(mine(door, ownerId), known));
}

/**
 * Knows no browser any more: whoever signed in or opened a lock with what is worthless now has no counter of its own.
 * @param except cookie of the browser in which the owner is now; that one stays known
 */
export async function forgetBrowsers(
  tx: Transaction,
  door: Door,
  ownerId: string,
  except: string | null = null,
): Promise<void> {
  await forgetDevices(tx, door, ownerId, except);
  await forgetUsed(tx, purposeOf(door, "unlock"), ownerId);
}

/** Knows no device any more; who opened a lock from the mailbox stays known by that. */
export async function forgetDevices(
  tx: Transaction,
  door: Door,
  ownerId: string,
  except: string | null = null,
): Promise<void> {
  const others = except === null ? undefined : ne(doorDevices.tokenHash, tokenHash(except));
  await tx
    .update(doorDevices)
    .set({ removedAt: now() })
    .where(and(mine(door, ownerId), known, others));
}
