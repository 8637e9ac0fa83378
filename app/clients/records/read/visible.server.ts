import { and, desc, eq, isNull } from "drizzle-orm";
import type { Reads } from "#db/client.server.ts";
import { partBlocks, recordParts } from "#db/schema/records.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { endedSince, type Hold, holdsOf, isStanding } from "../holds/standing.server.ts";
import type { Person } from "../person.server.ts";
import { standing } from "../standing.ts";

type PartRow = typeof recordParts.$inferSelect;

/** That a part is held back to be discussed first: by whom, and the day on which it shows by itself. Nothing of the part. */
export type HeldPart = { by: string; until: string };

/**
 * The one gate through which every read of a client's parts passes. Rows newest first; what its sender withdrew and what a clinician
 * holds back is not among them, and for somebody else than the client neither is what a clinician blocked.
 */
export async function visibleParts(
  tx: Reads,
  actor: ClientActor,
  person: Person,
  id?: string,
): Promise<{ rows: PartRow[]; held: HeldPart[] }> {
  const own = standing.parts(person);
  const all = await tx
    .select()
    .from(recordParts)
    .where(id === undefined ? own : and(own, eq(recordParts.id, id)))
    .orderBy(desc(recordParts.occurredOn), desc(recordParts.id));
  const holds = await holdsOf(tx, person);
  const inForce = new Map(holds.filter(isStanding).map((hold) => [hold.partId, hold]));
  const rows = all.filter((row) => !inForce.has(row.id)).map((row) => freshlyShown(actor, row, holds));
  const held = all.flatMap(({ id: partId }) => inForce.get(partId) ?? []).map(heldPart);
  if (actor.personId === person.id) return { rows, held };
  const blocked = await tx
    .select({ id: partBlocks.partId })
    .from(partBlocks)
    .where(and(eq(partBlocks.personId, person.id), isNull(partBlocks.liftedAt)));
  const hidden = new Set(blocked.map((row) => row.id));
  return { rows: rows.filter((row) => !hidden.has(row.id)), held: [] };
}

/** What was held back and came into sight since the previous sign-in counts as changed since then. */
function freshlyShown(actor: ClientActor, row: PartRow, holds: Hold[]): PartRow {
  const since = actor.previousSignInAt;
  const came = since !== null && holds.some((hold) => hold.partId === row.id && endedSince(hold, since));
  return came ? { ...row, changedAt: now() } : row;
}

const heldPart = ({ heldByName, opensOn }: Hold): HeldPart => ({ by: heldByName, until: opensOn });
