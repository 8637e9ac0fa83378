import { lt } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { clientDrafts, clientSessions } from "#db/schema/accounts.ts";
import { now } from "#app/shared/clock.server.ts";
import { keptMs } from "#app/shared/retention.data.ts";

/** Removes sessions of clients that ended thirty days ago (domain.md, retention); the log keeps who signed in when. */
export async function removeOldClientSessions(): Promise<void> {
  await transaction((tx) =>
    tx.delete(clientSessions).where(lt(clientSessions.expiresAt, new Date(now().getTime() - keptMs("clientSessions")))),
  );
}

/** Removes drafts a day after they were saved: by then they are sent, or no longer wanted. */
export async function removeOldClientDrafts(): Promise<void> {
  await transaction((tx) =>
    tx.delete(clientDrafts).where(lt(clientDrafts.savedAt, new Date(now().getTime() - keptMs("clientDrafts")))),
  );
}
