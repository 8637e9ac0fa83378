import { and, eq, isNull } from "drizzle-orm";
import type { Transaction } from "#db/client.server.ts";
import { recordParts } from "#db/schema/records.ts";
import type { Withdrawal } from "./lines.ts";
import { type Content, type Ground, type Here, placeOf, refused, TABLES, type Written } from "./place.server.ts";

/**
 * The sender takes back what it delivered: delivered → withdrawn. From now on it is nowhere; row,
 * versions and document stay stored. The same withdrawal again changes nothing.
 */
export async function withdraw(
  tx: Transaction,
  ground: Ground,
  here: Here,
  name: Content,
  line: Withdrawal,
  lineHash: string,
): Promise<Written> {
  const place = placeOf(ground, here, name, line);
  if ("what" in place) return place;
  const { known, personId } = place;
  // A mistyped id would leave what was meant where it is: that is told.
  if (!known) return refused("id", "unknown", [personId]);
  if (known.withdrawnAt) return { what: "same" };
  const of = TABLES[name];
  const done = await tx
    .update(of)
    .set({ withdrawnAt: ground.madeAt, lineHash })
    .where(and(eq(of.id, known.id), eq(of.personId, personId), isNull(of.withdrawnAt)))
    .returning({ id: of.id });
  if (done.length === 0) return { what: "same" };
  const { at, why } = line.withdrawn;
  return {
    what: "withdrawn",
    id: known.id,
    personId,
    ...(await versionOf(tx, name, known.id)),
    reason: why,
    detail: { at },
  };
}

async function versionOf(tx: Transaction, name: Content, id: string): Promise<{ version?: number }> {
  if (name !== "parts.jsonl") return {};
  const [row] = await tx.select({ version: recordParts.version }).from(recordParts).where(eq(recordParts.id, id));
  return { version: row?.version };
}
