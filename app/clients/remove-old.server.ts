import { lt } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { clientSessions } from "#db/schema/clients.ts";
import { now } from "#app/shared/clock.server.ts";

const KEPT_MS = 30 * 86_400_000;

/** Removes sessions of clients that ended thirty days ago (domain.md, retention); the log keeps who signed in when. */
export async function removeOldClientSessions(): Promise<void> {
  await transaction((tx) =>
    tx.delete(clientSessions).where(lt(clientSessions.expiresAt, new Date(now().getTime() - KEPT_MS))),
  );
}
