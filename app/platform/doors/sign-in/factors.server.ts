import { and, eq, isNull } from "drizzle-orm";
import { generateSecret, generateURI, verify } from "otplib";
import { db, transaction, type Reads, type Transaction } from "#db/client.server.ts";
import { factors, recoveryCodes } from "#db/schema/doors.ts";
import { now } from "#app/shared/clock.server.ts";
import { keyedHash, newToken, openField, sealField } from "#app/shared/crypto.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { operator } from "#app/platform/settings/in-force.server.ts";
import type { Factor } from "../account.server.ts";
import { countTry, forgetTries, wrongTry } from "./tally.server.ts";

const STEP_SECONDS = 30;
const CODES = 10;
const place = (row: string) => ({ table: "factors", column: "secret", row });

/** The bound and working app of an account, or null. */
export async function appFactor(accountId: string, from: Reads = db): Promise<Factor | null> {
  const [row] = await from
    .select()
    .from(factors)
    .where(and(eq(factors.accountId, accountId), eq(factors.kind, "app"), isNull(factors.offAt)));
  return row?.boundAt ? row : null;
}

/** Begins to add an app: a new secret of 160 bits, sealed, that counts only after its first code. */
export async function offerApp(tx: Transaction, accountId: string): Promise<void> {
  await tx.delete(factors).where(and(eq(factors.accountId, accountId), eq(factors.kind, "app")));
  const id = newId();
  const secret = sealField(generateSecret({ length: 20 }), place(id));
  await tx.insert(factors).values({ id, accountId, kind: "app", secret, createdAt: now() });
}

/** Secret of an app that waits for its first code, with the address that a QR code carries. */
export async function appOffer(accountId: string, label: string): Promise<{ secret: string; uri: string } | null> {
  const [row] = await db
    .select()
    .from(factors)
    .where(and(eq(factors.accountId, accountId), eq(factors.kind, "app")));
  if (!row?.secret || row.boundAt) return null;
  const secret = openField(row.secret, place(row.id));
  return { secret, uri: generateURI({ issuer: operator().product, label, secret }) };
}

/**
 * Judges a code of an app (RFC 6238): one step of drift at most, no code twice, and every try counted first.
 * @param binding true while the app is being added: its owner reads the secret on the same page, so nothing is guessed
 */
export async function checkApp(accountId: string, entered: string, binding = false): Promise<boolean> {
  const [row] = await db
    .select()
    .from(factors)
    .where(and(eq(factors.accountId, accountId), eq(factors.kind, "app")));
  if (!row?.secret || (!binding && !row.boundAt) || row.offAt) return false;
  if (!binding && !(await transaction((tx) => countTry(tx, accountId, "app")))) return false;
  const timeStep = await stepOf(row, entered.replace(/\s/g, ""));
  return transaction(async (tx) => {
    const unchanged =
      row.lastTimeStep === null ? isNull(factors.lastTimeStep) : eq(factors.lastTimeStep, row.lastTimeStep);
    const done =
      timeStep === null
        ? []
        : await tx
            .update(factors)
            .set({ lastTimeStep: timeStep, failures: 0, boundAt: row.boundAt ?? now() })
            .where(and(eq(factors.id, row.id), unchanged))
            .returning({ id: factors.id });
    if (done.length === 1) await forgetTries(tx, accountId);
    else if (!binding) await wrongTry(tx, accountId);
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

const recoveryHash = (accountId: string, code: string) =>
  keyedHash("recovery", `${accountId}|${code.toLowerCase().replace(/[^a-z0-9]/g, "")}`);

/** Makes ten fresh recovery codes of more than 64 bits and returns them, the only time they are readable. */
export async function newRecoveryCodes(tx: Transaction, accountId: string): Promise<string[]> {
  await tx.delete(recoveryCodes).where(eq(recoveryCodes.accountId, accountId));
  const made: string[] = [];
  while (made.length < CODES) {
    const code = newToken()
      .toLowerCase()
      .replace(/[^a-z0-9]/g, "")
      .slice(0, 16);
    if (code.length < 16) continue;
    await tx
      .insert(recoveryCodes)
      .values({ id: newId(), accountId, hash: recoveryHash(accountId, code), createdAt: now() });
    made.push(code.replace(/(.{4})(?=.)/g, "$1-"));
  }
  return made;
}

/** Uses a recovery code; works once, also when it is sent many times at once. */
export async function useRecoveryCode(accountId: string, entered: string): Promise<boolean> {
  return transaction(async (tx) => {
    const used = await tx
      .update(recoveryCodes)
      .set({ usedAt: now() })
      .where(
        and(
          eq(recoveryCodes.accountId, accountId),
          eq(recoveryCodes.hash, recoveryHash(accountId, entered)),
          isNull(recoveryCodes.usedAt),
        ),
      )
      .returning({ id: recoveryCodes.id });
    return used.length === 1;
  });
}

/** How many recovery codes are left. */
export async function recoveryLeft(accountId: string): Promise<number> {
  return db.$count(recoveryCodes, and(eq(recoveryCodes.accountId, accountId), isNull(recoveryCodes.usedAt)));
}
