import { desc } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { suggestions } from "#db/schema/desk.ts";
import { openField } from "#app/shared/crypto.server.ts";

const SHOWN = 100;

/** What people said could be better, newest first, at most 100; with the page and role, never the person (A7). */
export async function newestSuggestions() {
  const rows = await db
    .select()
    .from(suggestions)
    .orderBy(desc(suggestions.createdAt), desc(suggestions.id))
    .limit(SHOWN);
  return rows.map(({ id, message, page, role, createdAt }) => ({
    id,
    message: openField(message, { table: "suggestions", column: "message", row: id }),
    page,
    role,
    at: createdAt.toISOString(),
  }));
}
