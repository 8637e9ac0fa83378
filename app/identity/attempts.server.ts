import { and, eq, isNull } from "drizzle-orm";
import { db, type Reads, type Transaction } from "#db/client.server.ts";
import { attempts } from "#db/schema/identity.ts";
import { now } from "#app/shared/clock.server.ts";
import { newToken, openField, sealField, tokenHash } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";

export type AttemptPurpose = (typeof attempts.$inferSelect)["purpose"];
export type Attempt = {
  id: string;
  purpose: AttemptPurpose;
  subjectId: string;
  payload: string | null;
  createdAt: Date;
};

const placeOf = (row: string) => ({ table: "attempts", column: "payload", row });

/** Opens a half-finished act that waits for its code. The token goes into a cookie; only its hash is stored. */
export async function startAttempt(
  tx: Transaction,
  attempt: { purpose: AttemptPurpose; subjectId: string; payload?: string; lifetimeMs: number },
): Promise<{ attemptId: string; token: string }> {
  const id = newId();
  const token = newToken();
  await tx.insert(attempts).values({
    id,
    purpose: attempt.purpose,
    tokenHash: tokenHash(token),
    subjectId: attempt.subjectId,
    payload: attempt.payload === undefined ? null : sealField(attempt.payload, placeOf(id)),
    createdAt: now(),
    expiresAt: new Date(now().getTime() + attempt.lifetimeMs),
  });
  return { attemptId: id, token };
}

/** The open attempt of this browser for this purpose, or null. */
export async function findAttempt(
  purpose: AttemptPurpose,
  token: string | null,
  from: Reads = db,
): Promise<Attempt | null> {
  if (!token) return null;
  const [row] = await from
    .select()
    .from(attempts)
    .where(and(eq(attempts.tokenHash, tokenHash(token)), eq(attempts.purpose, purpose), isNull(attempts.finishedAt)));
  if (!row || row.expiresAt <= now()) return null;
  const payload = row.payload === null ? null : openField(row.payload, placeOf(row.id));
  return { id: row.id, purpose: row.purpose, subjectId: row.subjectId, payload, createdAt: row.createdAt };
}

/** Ends an attempt: what it was for has been done. @throws Conflict when it was already finished */
export async function finishAttempt(tx: Transaction, id: string): Promise<void> {
  const done = await tx
    .update(attempts)
    .set({ finishedAt: now(), payload: null })
    .where(and(eq(attempts.id, id), isNull(attempts.finishedAt)))
    .returning({ id: attempts.id });
  if (done.length === 0) throw new Conflict("attempt_finished");
}
