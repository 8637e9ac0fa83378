import { closeDatabase } from "#db/client.server.ts";

/** What runs beside the pages in the same process: deliveries and calendar work. Returns how to stop it. */
export function startPortal(): { stop: () => Promise<void> } {
  return { stop: () => closeDatabase() };
}
