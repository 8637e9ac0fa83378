import type { Reads } from "#db/client.server.ts";
import type { Relation } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";

/** Whose account it is that wants to act. */
export type Holder = { environmentId: string; accountId: string };
/** What proves a relation: the client it opens, and until when. */
export type Proof = { clientId: string; endsAt: Date | null };
/**
 * One way in which an account may act for a client who is somebody else. Its room tells how it is proven; `name` is what
 * the log calls the person who acts.
 */
export type RelationKind = {
  name: string;
  /** Whether this relation stands at this moment, of this holder and nobody else. */
  prove: (from: Reads, holder: Holder, relationId: string, at: Date) => Promise<Proof | null>;
};

const kinds = new Map<string, RelationKind>();

/** Makes a kind of relation known. Until a room does, nobody acts for another. */
export function knowRelation(kind: RelationKind): void {
  kinds.set(kind.name, kind);
}

/**
 * The relation by which this account acts for a client, proven now, or null: not there, not of this account, not begun,
 * ended. Asked anew at each request and in each transaction that rests on it; what a page said before proves nothing.
 */
export async function proveRelation(
  from: Reads,
  holder: Holder,
  relationId: string,
): Promise<(Relation & Proof) | null> {
  const at = now();
  for (const { name, prove } of kinds.values()) {
    const proof = await prove(from, holder, relationId, at);
    if (proof && (proof.endsAt === null || proof.endsAt > at)) return { id: relationId, kind: name, ...proof };
  }
  return null;
}
