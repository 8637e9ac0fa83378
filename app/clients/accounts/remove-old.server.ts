import { lt } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { clientDrafts, clientSessions } from "#db/schema/accounts.ts";
import { now } from "#app/shared/clock.server.ts";

const DAY_MS = 86_400_000;
const KEPT_MS = 30 * DAY_MS;

/** Removes sessions of clients that ended thirty days ago (domain.md, retention); the log keeps who signed in when. */
export async function removeOldClientSessions(): Promise<void> {
  await transaction((tx) =>
    tx.delete(clientSessions).where(lt(clientSessions.expiresAt, new Date(now().getTime() - KEPT_MS))),
  );
}

/** Removes drafts a day after they were saved: by then they are sent, or no longer wanted. */
export async function removeOldClientDrafts(): Promise<void> {
  await transaction((tx) =>
    tx.delete(clientDrafts).where(lt(clientDrafts.savedAt, new Date(now().getTime() - DAY_MS))),
  );
}
