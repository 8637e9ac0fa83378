import { asc, eq } from "drizzle-orm";
import { db, type Reads, type Transaction } from "#db/client.server.ts";
import { requestEvents } from "#db/schema/joining.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { EventKind } from "./event-kinds.ts";

export type StoryEvent = typeof requestEvents.$inferSelect;

/** What happens at the desk alone. */
const HIDDEN: EventKind[] = ["checked", "check_accepted", "call_failed", "escalated", "repeated"];

/** Adds a line to the story of a request and the same line to the log. Notes of hidden lines are for the desk only. */
export async function tell(
  tx: Transaction,
  actor: Actor,
  event: { requestId: string; version: number; kind: EventKind; note?: string; organisation: string },
): Promise<void> {
  const { requestId, kind, note } = event;
  const actorName = actor.kind === "stranger" ? "" : actor.name;
  const shown = !HIDDEN.includes(kind);
  await tx
    .insert(requestEvents)
    .values({ id: newId(), requestId, at: now(), kind, actorName, note: note ?? null, shown });
  await audit(tx, actor, {
    event: `request.${kind}`,
    action: kind === "submitted" ? "C" : "U",
    id: requestId,
    version: event.version,
    organisation: event.organisation,
  });
}

/** The story of a request, oldest first. */
export async function storyOf(requestId: string, from: Reads = db): Promise<StoryEvent[]> {
  return from
    .select()
    .from(requestEvents)
    .where(eq(requestEvents.requestId, requestId))
    .orderBy(asc(requestEvents.at), asc(requestEvents.id));
}
