import { and, eq, gt, gte, or } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { limits } from "#db/schema/doors.ts";
import { now } from "#app/shared/clock.server.ts";
import { networkOf } from "#app/shared/network.ts";
import { aboutKey, clearAbout, clearLimit, tryLimit, tryOnce, type Counted, type Patience } from "./limits.server.ts";

const QUARTER = 15 * 60_000;
const DAY = 86_400_000;
/** Nothing at first, then a growing wait, from the tenth failure in a row on the lock of a quarter of an hour. */
const PATIENCE: Patience = {
  waitsMs: [0, 0, 0, 2000, 4000, 8000, 16_000, 32_000, 64_000, QUARTER],
  forgottenMs: QUARTER,
};
const LOCK_AT = PATIENCE.waitsMs.length;
/** More than one try per quarter of an hour, so that whoever keeps to that locks nobody out. */
const NETWORK_DAY = { max: 100, windowMs: DAY };
const ALL_DAY = { max: 500, windowMs: DAY };

/** Somebody who comes to a door with a password. */
export type Comer = {
  /** The door with the address that was typed, whether or not there is an account. */
  door: string[];
  address: string | undefined;
  /** What the tries of this browser are counted under when it is known to the owner of the account; else null. */
  known: string[] | null;
};

const own = ({ door, address, known }: Comer): Counted => ({
  counted: known ?? [...door, "network", networkOf(address)],
  about: door,
});

/**
 * Counts a try with a password as failed before it is judged. A known browser has a counter of its own. All others share
 * those of their network, and a cap over all networks together: strangers lock out themselves, and slow down what many
 * networks can guess (decision 0022).
 * @returns how many failed in a row and whether a lock begins with this one, or until when to wait
 */
export async function tryDoor(
  tx: Transaction,
  comer: Comer,
): Promise<{ failures: number; locks: boolean } | { until: Date }> {
  const tried = await tryOnce(tx, own(comer), PATIENCE);
  if ("until" in tried) return tried;
  if (!comer.known) {
    const { door, address } = comer;
    const network = [...door, "network_day", networkOf(address)];
    const until =
      (await tryLimit(tx, { counted: network, about: door }, NETWORK_DAY)) ??
      (await tryLimit(tx, { counted: [...door, "day"], about: door }, ALL_DAY));
    if (until) return { until };
  }
  return { failures: tried.failures, locks: tried.failures === LOCK_AT };
}

/** The password was right: the failures of this browser or network are forgotten. */
export async function passDoor(tx: Transaction, comer: Comer): Promise<void> {
  await clearLimit(tx, own(comer));
}

/** Takes every lock off, wherever it was caused: the owner has proven the mailbox. */
export async function openDoor(tx: Transaction, door: string[]): Promise<void> {
  await clearAbout(tx, door);
}

/** Whether somebody is held up at this door now, so that there is something to open. */
export async function isHeldUp(tx: Transaction, door: string[]): Promise<boolean> {
  const moment = now();
  const full = and(gte(limits.count, NETWORK_DAY.max), gt(limits.startedAt, new Date(moment.getTime() - DAY)));
  const blocked = or(gt(limits.blockedUntil, moment), full);
  return (await tx.$count(limits, and(eq(limits.about, aboutKey(door)), blocked))) > 0;
}
