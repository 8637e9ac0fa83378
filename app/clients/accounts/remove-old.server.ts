import { lt } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { clientDrafts } from "#db/schema/accounts.ts";
import { now } from "#app/shared/clock.server.ts";
import { keptMs } from "#app/shared/retention.data.ts";

/** Removes drafts a day after they were saved: by then they are sent, or no longer wanted. */
export async function removeOldClientDrafts(): Promise<void> {
  await transaction((tx) =>
    tx.delete(clientDrafts).where(lt(clientDrafts.savedAt, new Date(now().getTime() - keptMs("clientDrafts")))),
  );
}
