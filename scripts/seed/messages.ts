import { asc, eq } from "drizzle-orm";
import type { Body } from "#app/platform/messages/outbox.server.ts";
import { openField } from "#app/shared/crypto.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { outbox } from "#db/schema/messages.ts";

/** Text of the newest message that waits for this address or number: the seed reads what a person would receive. */
export async function lastTo(to: string): Promise<string> {
  const rows = await db
    .select()
    .from(outbox)
    .where(eq(outbox.state, "queued"))
    .orderBy(asc(outbox.createdAt), asc(outbox.id));
  const texts = rows.flatMap((row) => {
    const body = JSON.parse(openField(row.body ?? "", { table: "outbox", column: "body", row: row.id })) as Body;
    return body.to === to ? [body.text] : [];
  });
  const last = texts.at(-1);
  if (!last) throw new Error(`nothing waits for ${to}`);
  return last;
}

/** The six digits in a message. */
export function codeIn(text: string): string {
  return /\b\d{6}\b/.exec(text)?.[0] ?? "";
}

/** The secret of a link in a message, behind `/a/`, `/m/` and so on. */
export function tokenIn(text: string, letter: string): string {
  return text.split(`/${letter}/`)[1]?.slice(0, 43) ?? "";
}

/** Nothing of the seed goes out: what it queued is stopped and wiped, so that the inbox begins empty. */
export async function emptyOutbox(): Promise<void> {
  await transaction(async (tx) => {
    await tx.update(outbox).set({ state: "stopped", body: null }).where(eq(outbox.state, "queued"));
  });
}
