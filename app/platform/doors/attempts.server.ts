import { and, eq, isNull } from "drizzle-orm";
import { db, type Reads, type Transaction } from "#db/client.server.ts";
import { attempts } from "#db/schema/doors.ts";
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
  credentialVersion: number | null;
};
/** An account whose changes of password, factor or rights end what was begun before them. */
export type Versioned = { id: string; credentialVersion: number };
/** Whose attempt it is. With an account it is bound to its credentials as they were read, before the password was judged. */
type Subject = { account: Versioned } | { subjectId: string };

const placeOf = (row: string) => ({ table: "attempts", column: "payload", row });

/** Opens a half-finished act that waits for its code. The token goes into a cookie; only its hash is stored. */
export async function startAttempt(
  tx: Transaction,
  attempt: { purpose: AttemptPurpose; payload?: string; lifetimeMs: number } & Subject,
): Promise<{ attemptId: string; token: string }> {
  const id = newId();
  const token = newToken();
  await tx.insert(attempts).values({
    id,
    purpose: attempt.purpose,
    tokenHash: tokenHash(token),
    ...("account" in attempt
      ? { subjectId: attempt.account.id, credentialVersion: attempt.account.credentialVersion }
      : { subjectId: attempt.subjectId }),
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
  const { id, subjectId, createdAt, credentialVersion } = row;
  return { id, purpose: row.purpose, subjectId, payload, createdAt, credentialVersion };
}

/** Reads the account of an attempt, null when it may not come in. */
type Find<A> = (id: string, from: Reads) => Promise<A | null>;

/**
 * The open attempt of this browser with its account, or null when there is none, or when password, factor or rights of
 * the account have changed since it was begun.
 */
export async function findBound<A extends Versioned>(
  purpose: AttemptPurpose,
  token: string | null,
  find: Find<A>,
  from: Reads = db,
): Promise<{ attempt: Attempt; account: A } | null> {
  const attempt = await findAttempt(purpose, token, from);
  const account = attempt && (await find(attempt.subjectId, from));
  return attempt && account?.credentialVersion === attempt.credentialVersion ? { attempt, account } : null;
}

/**
 * Ends an attempt of an account: what it was for is done in this transaction, for the account as it is now.
 * @throws Conflict when it was finished, or the credentials have changed since it was begun
 */
export async function finishBound<A extends Versioned>(tx: Transaction, attempt: Attempt, find: Find<A>): Promise<A> {
  const account = await find(attempt.subjectId, tx);
  if (!account || account.credentialVersion !== attempt.credentialVersion) throw new Conflict("sign_in_again");
  await finishAttempt(tx, attempt.id);
  return account;
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
