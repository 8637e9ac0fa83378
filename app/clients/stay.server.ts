import { and, eq, isNull } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { clientSessions } from "#db/schema/clients.ts";
import type { ClientActor } from "#app/rights/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { IDLE_MS } from "./sessions.server.ts";

/** The client says to be there still. Returns until when the session now lasts; never past its two hours. */
export async function stayIn(actor: ClientActor): Promise<Date> {
  const moment = now();
  await transaction((tx) =>
    tx
      .update(clientSessions)
      .set({ lastSeenAt: moment })
      .where(and(eq(clientSessions.id, actor.sessionId), isNull(clientSessions.endedAt))),
  );
  return new Date(Math.min(moment.getTime() + IDLE_MS, actor.expiresAt.getTime()));
}
