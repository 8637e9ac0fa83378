import { and, eq, gt, isNull } from "drizzle-orm";
import { db, isTaken, transaction, type Transaction } from "#db/client.server.ts";
import { digidAssertions, digidRequests } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { tokenHash } from "#app/shared/crypto.server.ts";
import type { ProviderAnswer } from "./identity-provider.ts";
import type { Level } from "./levels.ts";
import { identityProvider, partyOf } from "./provider.server.ts";
import type { DigidPurpose } from "./start.server.ts";

export type DigidOutcome =
  | {
      kind: "success";
      bsn: string;
      level: Level;
      authenticatedAt: Date;
      purpose: DigidPurpose;
      accountId: string | null;
    }
  | { kind: "cancelled" | "level_too_low" | "denied" | "expired" | "unknown" | "outage" }
  | { kind: "refused"; reason: string };

type Pending = typeof digidRequests.$inferSelect;
type Brought = {
  environmentId: string;
  artifact: string | null;
  relayState: string | null;
  browserToken: string | null;
};

/**
 * Ends a sign-in with what the browser brought back (D02, D05). Question, browser, environment, relay state and answer must
 * belong together, each counts once, and the level must be the one asked for. A late, double or foreign return has an
 * outcome like any other. The log gets a line for each, never with a BSN.
 */
export async function completeDigid(actor: StrangerActor, brought: Brought): Promise<DigidOutcome> {
  const pending = await pendingOf(brought);
  if (!pending || !brought.artifact) return noted(actor, brought, null, { kind: "unknown" });
  const provider = identityProvider();
  if (!provider) return noted(actor, brought, pending, { kind: "outage" });
  // Used up before anything is asked, so that two returns at once are one.
  const first = await transaction((tx) => use(tx, pending.id));
  if (!first) return noted(actor, brought, pending, { kind: "unknown" });
  const party = partyOf(brought.environmentId);
  const answer = await provider.complete({ party, artifact: brought.artifact });
  return noted(actor, brought, pending, await judged(answer, pending));
}

/** The open question of this browser in this environment that came with this relay state; null otherwise. */
async function pendingOf({ environmentId, relayState, browserToken }: Brought): Promise<Pending | null> {
  if (!relayState || !browserToken) return null;
  const [row] = await db
    .select()
    .from(digidRequests)
    .where(
      and(
        eq(digidRequests.environmentId, environmentId),
        eq(digidRequests.relayState, relayState),
        eq(digidRequests.browserHash, tokenHash(browserToken)),
        isNull(digidRequests.usedAt),
        gt(digidRequests.expiresAt, now()),
      ),
    );
  return row ?? null;
}

async function use(tx: Transaction, id: string): Promise<boolean> {
  const used = await tx
    .update(digidRequests)
    .set({ usedAt: now() })
    .where(and(eq(digidRequests.id, id), isNull(digidRequests.usedAt)))
    .returning({ id: digidRequests.id });
  return used.length === 1;
}

async function judged(answer: ProviderAnswer, pending: Pending): Promise<DigidOutcome> {
  if (answer.kind !== "success") return answer;
  if (answer.requestId !== pending.id) return { kind: "refused", reason: "in_response_to" };
  if (!(await firstSeen(answer.proof))) return { kind: "refused", reason: "replay" };
  // The answer may be higher than asked, never lower (specification 3.7, 3).
  if (answer.level < pending.minimumLevel) return { kind: "level_too_low" };
  const { bsn, level, authenticatedAt } = answer;
  return { kind: "success", bsn, level, authenticatedAt, purpose: pending.purpose, accountId: pending.accountId };
}

async function firstSeen({ id, until }: { id: string; until: Date }): Promise<boolean> {
  try {
    await transaction((tx) =>
      tx.insert(digidAssertions).values({ idHash: tokenHash(id), seenAt: now(), expiresAt: until }),
    );
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

async function noted(
  actor: StrangerActor,
  { environmentId }: Brought,
  pending: Pending | null,
  outcome: DigidOutcome,
): Promise<DigidOutcome> {
  const good = outcome.kind === "success";
  const detail = good
    ? { level: outcome.level }
    : { kind: outcome.kind, ...("reason" in outcome ? { reason: outcome.reason } : {}) };
  await transaction((tx) =>
    audit(tx, actor, {
      event: "digid.complete",
      outcome: good ? "done" : outcome.kind === "outage" ? "failed" : "refused",
      id: pending?.id ?? "none",
      organisation: environmentId,
      detail,
    }),
  );
  return outcome;
}
