import { db } from "#db/client.server.ts";
import { settings, settingsHead } from "#db/schema/settings.ts";
import { fromRows, newest } from "./rows.ts";

/** All settings as the one file that `npm run settings` takes in again, with the revision it was written from. */
export async function settingsFile(): Promise<Record<string, unknown>> {
  const [head] = await db.select().from(settingsHead);
  const rows = newest(await db.select().from(settings));
  return { format: 1, revision: head?.revision ?? 0, ...fromRows(rows) };
}
