import { and, eq, gt, isNull } from "drizzle-orm";
import { db, type Reads, type Transaction } from "#db/client.server.ts";
import { links } from "#db/schema/doors.ts";
import { now } from "#app/shared/clock.server.ts";
import { newToken, tokenHash } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";

export type LinkPurpose = (typeof links.$inferSelect)["purpose"];
export type FoundLink =
  | { state: "unknown" }
  | {
      /** `replaced`: a newer one was made. `closed`: worthless without a newer one, such as after an account ended. */
      state: "good" | "expired" | "replaced" | "closed" | "used";
      id: string;
      subjectId: string;
      createdAt: Date;
      expiresAt: Date;
      newestAt: Date;
    };

/**
 * Makes a one-time link and returns its secret; only a hash is stored. An older link for the same purpose and subject
 * is replaced: two are never good at once (ASVS 6.4.1). `beside`: for links that only show something, an older one stays.
 */
export async function issueLink(
  tx: Transaction,
  link: { purpose: LinkPurpose; subjectId: string; lifetimeMs: number; beside?: boolean },
): Promise<string> {
  if (!link.beside) await voidLinks(tx, link.purpose, link.subjectId);
  const token = newToken();
  await tx.insert(links).values({
    id: newId(),
    purpose: link.purpose,
    subjectId: link.subjectId,
    tokenHash: tokenHash(token),
    createdAt: now(),
    expiresAt: new Date(now().getTime() + link.lifetimeMs),
  });
  return token;
}

/** Tells what has become of a link. Looking changes nothing, so a mail scanner may look as often as it likes. */
export async function findLink(purpose: LinkPurpose, token: string, from: Reads = db): Promise<FoundLink> {
  const [row] = await from
    .select()
    .from(links)
    .where(and(eq(links.tokenHash, tokenHash(token)), eq(links.purpose, purpose)));
  if (!row) return { state: "unknown" };
  const all = await from
    .select({ id: links.id, createdAt: links.createdAt })
    .from(links)
    .where(and(eq(links.purpose, purpose), eq(links.subjectId, row.subjectId)));
  // Keys grow as they are made, also within one millisecond: a link is never its own newer one.
  const newer = all.filter((one) => one.id > row.id);
  const newestAt = newer.reduce((latest, one) => (one.createdAt > latest ? one.createdAt : latest), row.createdAt);
  const shut = newer.length > 0 ? "replaced" : "closed";
  const state = row.usedAt ? "used" : row.replacedAt ? shut : row.expiresAt <= now() ? "expired" : "good";
  return { state, id: row.id, subjectId: row.subjectId, createdAt: row.createdAt, expiresAt: row.expiresAt, newestAt };
}

/** Uses a link up. @throws Conflict when it was used, replaced or has expired meanwhile */
export async function useLink(tx: Transaction, id: string): Promise<void> {
  const used = await tx
    .update(links)
    .set({ usedAt: now() })
    .where(and(eq(links.id, id), isNull(links.usedAt), isNull(links.replacedAt)))
    .returning({ expiresAt: links.expiresAt });
  if (!used[0] || used[0].expiresAt <= now()) throw new Conflict("link_used");
}

/**
 * The link that the holder of this secret used up at most `withinMs` milliseconds ago, for this subject; null when there
 * is none, or when it was made worthless since (`forgetUsed`).
 */
export async function usedLately(
  purpose: LinkPurpose,
  token: string | null | undefined,
  subjectId: string,
  withinMs: number,
): Promise<string | null> {
  if (!token) return null;
  const mine = and(eq(links.tokenHash, tokenHash(token)), eq(links.purpose, purpose), eq(links.subjectId, subjectId));
  const since = gt(links.usedAt, new Date(now().getTime() - withinMs));
  const [row] = await db
    .select({ id: links.id })
    .from(links)
    .where(and(mine, since, isNull(links.replacedAt)));
  return row?.id ?? null;
}

/** Makes links for this purpose and subject worthless, those that were used too (`usedLately`). */
export async function forgetUsed(tx: Transaction, purpose: LinkPurpose, subjectId: string): Promise<void> {
  await tx
    .update(links)
    .set({ replacedAt: now() })
    .where(and(eq(links.purpose, purpose), eq(links.subjectId, subjectId), isNull(links.replacedAt)));
}

/** Makes every open link for this purpose and subject worthless. */
export async function voidLinks(tx: Transaction, purpose: LinkPurpose, subjectId: string): Promise<void> {
  await tx
    .update(links)
    .set({ replacedAt: now() })
    .where(
      and(eq(links.purpose, purpose), eq(links.subjectId, subjectId), isNull(links.usedAt), isNull(links.replacedAt)),
    );
}
