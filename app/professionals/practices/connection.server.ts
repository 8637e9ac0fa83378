import { eq } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { connections } from "#db/schema/practices.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";

export type ConnectionState = (typeof connections.$inferSelect)["state"];

/** A practice asks to be connected to the data network. Asked twice, or connected already, changes nothing. */
export async function requestConnection(
  tx: Transaction,
  actor: Actor,
  asked: { agbPractice: string; recordSystem: string | null },
): Promise<void> {
  const made = await tx
    .insert(connections)
    .values({ id: newId(), ...asked, state: "requested", changedAt: now() })
    .onConflictDoNothing()
    .returning({ id: connections.id });
  if (!made[0]) return;
  await audit(tx, actor, { event: "connection.request", id: made[0].id, organisation: asked.agbPractice });
}

/** How far the connection of a practice is, or null when none was asked for. */
export async function connectionOf(agbPractice: string): Promise<{ state: ConnectionState; changedAt: Date } | null> {
  const [row] = await db
    .select({ state: connections.state, changedAt: connections.changedAt })
    .from(connections)
    .where(eq(connections.agbPractice, agbPractice));
  return row ?? null;
}
