import { randomInt } from "node:crypto";
import { and, eq, isNull, lt } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { signingHandovers } from "#db/schema/joining.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Verdict } from "#app/platform/doors/codes.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { keyedHash, sameHash } from "#app/shared/crypto.server.ts";

const MAX_TRIES = 5;
const hashOf = (requestId: string, code: string) => keyedHash("signing_handover", `${requestId}|${code}`);

/**
 * A code that the agent reads out at the call-back, for a signer without a mobile number: eight digits, for signing
 * only, five tries. A new one replaces the older. Shown once; only a keyed hash is kept.
 */
export async function newSigningHandover(tx: Transaction, actor: Actor, requestId: string): Promise<string> {
  const code = String(randomInt(0, 100_000_000)).padStart(8, "0");
  const row = { hash: hashOf(requestId, code), tries: 0, createdAt: now(), usedAt: null };
  await tx
    .insert(signingHandovers)
    .values({ requestId, ...row })
    .onConflictDoUpdate({ target: signingHandovers.requestId, set: row });
  await audit(tx, actor, { event: "authorization.handover", id: requestId });
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/**
 * Judges a code that was read out; counted before it is compared. A right one is used up by the signature itself
 * (`useHandover`), so that a process that stops in between does not cost the signer the only code.
 */
export async function checkHandover(requestId: string, entered: string): Promise<Verdict> {
  return transaction(async (tx) => {
    const open = and(eq(signingHandovers.requestId, requestId), isNull(signingHandovers.usedAt));
    const [row] = await tx.select().from(signingHandovers).where(open);
    if (!row) return "expired";
    const counted = await tx
      .update(signingHandovers)
      .set({ tries: row.tries + 1 })
      .where(and(open, lt(signingHandovers.tries, MAX_TRIES)))
      .returning({ requestId: signingHandovers.requestId });
    if (counted.length === 0) return "used_up";
    if (!sameHash(row.hash, hashOf(requestId, entered.replace(/\s/g, "")))) {
      return row.tries + 1 >= MAX_TRIES ? "used_up" : "wrong";
    }
    return "right";
  });
}

/** The signature was set with this code: it is worth nothing any more. */
export async function useHandover(tx: Transaction, requestId: string): Promise<void> {
  await tx.update(signingHandovers).set({ usedAt: now() }).where(eq(signingHandovers.requestId, requestId));
}
