import { asc, eq } from "drizzle-orm";
import { db, type Reads, type Transaction } from "#db/client.server.ts";
import { authorizationEvents } from "#db/schema/joining.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";

export type AuthorizationEvent = typeof authorizationEvents.$inferSelect;
export type EventKind = AuthorizationEvent["kind"];

/** Adds a line to the story of an authorization, with who did it from where. */
export async function recordEvent(
  tx: Transaction,
  actor: Actor,
  event: { authorizationId: string; version: number; kind: EventKind; detail?: string },
): Promise<void> {
  await tx.insert(authorizationEvents).values({
    id: newId(),
    authorizationId: event.authorizationId,
    version: event.version,
    at: now(),
    kind: event.kind,
    actorName: actor.kind === "stranger" ? null : actor.name,
    address: actor.address ?? null,
    client: actor.client ?? null,
    detail: event.detail ?? null,
  });
}

/** The story so far, oldest first. */
export async function eventsOf(authorizationId: string, from: Reads = db): Promise<AuthorizationEvent[]> {
  return from
    .select()
    .from(authorizationEvents)
    .where(eq(authorizationEvents.authorizationId, authorizationId))
    .orderBy(asc(authorizationEvents.at), asc(authorizationEvents.id));
}
