import { and, eq, isNull } from "drizzle-orm";
import { generateSecret, generateURI, verify } from "otplib";
import { db, transaction, type Reads, type Transaction } from "#db/client.server.ts";
import { doorFactors, doorRecoveryCodes } from "#db/schema/doors.ts";
import { now } from "#app/shared/clock.server.ts";
import { keyedHash, newToken, openField, sealField } from "#app/shared/crypto.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { operator } from "#app/platform/settings/in-force.server.ts";
import type { Door } from "../owners/owner.ts";
import { countTry, forgetTries, wrongTry } from "./tally.server.ts";

type Factor = typeof doorFactors.$inferSelect;

const STEP_SECONDS = 30;
const CODES = 10;
/** The place that a secret is sealed for keeps the name that the table had when the first were sealed. */
const place = (row: string) => ({ table: "factors", column: "secret", row });
const app = (ownerId: string) => and(eq(doorFactors.ownerId, ownerId), eq(doorFactors.kind, "app"));

/** The bound and working app of an account, or null. */
export async function appFactor(ownerId: string, from: Reads = db): Promise<Factor | null> {
  const [row] = await from
    .select()
    .from(doorFactors)
    .where(and(app(ownerId), isNull(doorFactors.offAt)));
  return row?.boundAt ? row : null;
}

/** Begins to add an app: a new secret of 160 bits, sealed, that counts only after its first code. */
export async function offerApp(tx: Transaction, door: Door, ownerId: string): Promise<void> {
  await removeApp(tx, ownerId);
  const id = newId();
  const secret = sealField(generateSecret({ length: 20 }), place(id));
  await tx
    .insert(doorFactors)
    .values({ id, ownerKind: door.owner.kind, ownerId, kind: "app", secret, createdAt: now() });
}

/** Takes an app away, bound or not. */
export async function removeApp(tx: Transaction, ownerId: string): Promise<void> {
  await tx.delete(doorFactors).where(app(ownerId));
}

/** Secret of an app that waits for its first code, with the address that a QR code carries. */
export async function appOffer(ownerId: string, label: string): Promise<{ secret: string; uri: string } | null> {
  const [row] = await db.select().from(doorFactors).where(app(ownerId));
  if (!row?.secret || row.boundAt) return null;
  const secret = openField(row.secret, place(row.id));
  return { secret, uri: generateURI({ issuer: operator().product, label, secret }) };
}

/**
 * Judges a code of an app (RFC 6238): one step of drift at most, no code twice, and every try counted first.
 * @param binding true while the app is being added: its owner reads the secret on the same page, so nothing is guessed
 */
export async function checkApp(door: Door, ownerId: string, entered: string, binding = false): Promise<boolean> {
  const [row] = await db.select().from(doorFactors).where(app(ownerId));
  if (!row?.secret || (!binding && !row.boundAt) || row.offAt) return false;
  if (!binding && !(await transaction((tx) => countTry(tx, door, ownerId, "app")))) return false;
  const timeStep = await stepOf(row, entered.replace(/\s/g, ""));
  return transaction(async (tx) => {
    const unchanged =
      row.lastTimeStep === null ? isNull(doorFactors.lastTimeStep) : eq(doorFactors.lastTimeStep, row.lastTimeStep);
    const done =
      timeStep === null
        ? []
        : await tx
            .update(doorFactors)
            .set({ lastTimeStep: timeStep, failures: 0, boundAt: row.boundAt ?? now() })
            .where(and(eq(doorFactors.id, row.id), unchanged))
            .returning({ id: doorFactors.id });
    if (done.length === 1) await forgetTries(tx, door, ownerId);
    else if (!binding) await wrongTry(tx, door, ownerId);
    return done.length === 1;
  });
}

/** The time step of a right code, or null. */
async function stepOf(row: Factor, token: string): Promise<number | null> {
  if (!row.secret || !/^\d{6}$/.test(token)) return null;
  const result = await verify({
    secret: openField(row.secret, place(row.id)),
    token,
    epoch: Math.floor(now().getTime() / 1000),
    epochTolerance: STEP_SECONDS,
    ...(row.lastTimeStep === null ? {} : { afterTimeStep: row.lastTimeStep }),
  });
  return result.valid ? (result as { timeStep: number }).timeStep : null;
}

const recoveryHash = (ownerId: string, code: string) =>
  keyedHash("recovery", `${ownerId}|${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`);

/** Makes ten fresh recovery codes of more than 64 bits and returns them, the only time they are readable. */
export async function newRecoveryCodes(tx: Transaction, door: Door, ownerId: string): Promise<string[]> {
  await tx.delete(doorRecoveryCodes).where(eq(doorRecoveryCodes.ownerId, ownerId));
  const made: string[] = [];
  while (made.length < CODES) {
    const code = newToken()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "")
      .slice(0, 16);
    if (code.length < 16) continue;
    await tx.insert(doorRecoveryCodes).values({
      id: newId(),
      ownerKind: door.owner.kind,
      ownerId,
      hash: recoveryHash(ownerId, code),
      createdAt: now(),
    });
    made.push(code.replace(/(.{4})(?=.)/g, "$1-"));
  }
  return made;
}

/** Uses a recovery code; works once, also when it is sent many times at once. */
export async function useRecoveryCode(ownerId: string, entered: string): Promise<boolean> {
  return transaction(async (tx) => {
    const used = await tx
      .update(doorRecoveryCodes)
      .set({ usedAt: now() })
      .where(
        and(
          eq(doorRecoveryCodes.ownerId, ownerId),
          eq(doorRecoveryCodes.hash, recoveryHash(ownerId, entered)),
          isNull(doorRecoveryCodes.usedAt),
        ),
      )
      .returning({ id: doorRecoveryCodes.id });
    return used.length === 1;
  });
}

/** How many recovery codes are left. */
export async function recoveryLeft(ownerId: string): Promise<number> {
  return db.$count(doorRecoveryCodes, and(eq(doorRecoveryCodes.ownerId, ownerId), isNull(doorRecoveryCodes.usedAt)));
}
