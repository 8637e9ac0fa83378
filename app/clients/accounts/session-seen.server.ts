import { and, eq, isNull } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { clientSessions } from "#db/schema/accounts.ts";
import { now } from "#app/shared/clock.server.ts";

/** Writes down a sign of life of a session; one that has ended stays ended. */
export async function sessionSeen(id: string): Promise<void> {
  await transaction((tx) =>
    tx
      .update(clientSessions)
      .set({ lastSeenAt: now() })
      .where(and(eq(clientSessions.id, id), isNull(clientSessions.endedAt))),
  );
}
