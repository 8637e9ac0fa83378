import { transaction } from "#db/client.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { findAttempt, startAttempt, type Attempt } from "#app/platform/doors/attempts.server.ts";
import { now } from "#app/shared/clock.server.ts";

/** Both proofs, of DigiD and of the account, are at most this old when they come together, in milliseconds. */
export const PROOF_MS = 10 * 60_000;

/** What DigiD said of somebody, and when. */
export type DigidProof = { bsn: string; level: number; authenticatedAt: Date };
type Sealed = { environmentId: string; bsn: string; level: number; authenticatedAt: string };

/** Whether a proof is old enough to count no more. */
export const isLate = (at: Date) => now().getTime() - at.getTime() > PROOF_MS;

/**
 * Keeps, sealed, that somebody without an account here signed in with DigiD, so that the page `koppelen` can ask for
 * the account (U-03).
 * @returns the token for the cookie `client-attempt-<environment>`
 */
export async function keepDigidProof(environment: Environment, proof: DigidProof): Promise<string> {
  const sealed: Sealed = {
    environmentId: environment.id,
    bsn: proof.bsn,
    level: proof.level,
    authenticatedAt: proof.authenticatedAt.toISOString(),
  };
  const payload = JSON.stringify(sealed);
  const attempt = { purpose: "client_link", subjectId: environment.id, payload, lifetimeMs: PROOF_MS } as const;
  return (await transaction((tx) => startAttempt(tx, attempt))).token;
}

/** The DigiD proof that this browser holds for this environment, at most ten minutes old, or null. */
export async function digidProof(
  environment: Environment,
  token: string | null,
): Promise<{ attempt: Attempt; proof: DigidProof } | null> {
  const attempt = await findAttempt("client_link", token);
  if (!attempt?.payload || attempt.subjectId !== environment.id) return null;
  const { environmentId, bsn, level, authenticatedAt } = JSON.parse(attempt.payload) as Sealed;
  const proof = { bsn, level, authenticatedAt: new Date(authenticatedAt) };
  return environmentId === environment.id && !isLate(proof.authenticatedAt) ? { attempt, proof } : null;
}
