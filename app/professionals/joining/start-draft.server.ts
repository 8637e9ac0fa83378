import { and, eq, isNull, lt } from "drizzle-orm";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { drafts } from "#db/schema/joining.ts";
import { countLimit } from "#app/platform/doors/limits.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newToken, openField, sealField, tokenHash } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { keptMs } from "#app/shared/retention.data.ts";
import { networkOf } from "#app/shared/network.ts";

const DAY_MS = 86_400_000;
/** How long what was typed is kept for this browser, in seconds. */
export const DRAFT_SECONDS = keptMs("drafts") / 1000;

export type Entry = Record<string, string | string[]>;
export type Draft = { id: string; connected: boolean; entry: Entry; complete: boolean };
type Content = Omit<Draft, "id">;

const placeOf = (row: string) => ({ table: "drafts", column: "content", row });

/**
 * Starts a draft for this browser. @returns the secret for its cookie
 * @throws Limited after two hundred in a day from one network
 */
export async function startDraft(actor: StrangerActor, connected: boolean): Promise<string> {
  const token = newToken();
  const id = newId();
  const content: Content = { connected, entry: {}, complete: false };
  await transaction(async (tx) => {
    await countLimit(tx, ["draft", networkOf(actor.address)], { max: 200, windowMs: DAY_MS });
    await tx.insert(drafts).values({
      id,
      tokenHash: tokenHash(token),
      content: sealField(JSON.stringify(content), placeOf(id)),
      createdAt: now(),
      expiresAt: new Date(now().getTime() + DRAFT_SECONDS * 1000),
    });
  });
  return token;
}

async function draftOf(token: string | null) {
  if (!token) return null;
  const [row] = await db
    .select()
    .from(drafts)
    .where(eq(drafts.tokenHash, tokenHash(token)));
  return row && row.expiresAt > now() ? row : null;
}

/** The draft of this browser, or null. */
export async function findDraft(token: string | null): Promise<Draft | null> {
  const row = await draftOf(token);
  if (!row || row.handedInAt) return null;
  return { id: row.id, ...(JSON.parse(openField(row.content, placeOf(row.id))) as Content) };
}

/** True when the draft of this browser was handed in, and its answer may not have reached the browser. */
export async function wasHandedIn(token: string | null): Promise<boolean> {
  return Boolean((await draftOf(token))?.handedInAt);
}

/**
 * Hands a draft in, once: what was typed goes, that it was handed in stays, so that a browser that lost the answer and
 * sends the form again is told so. @throws Conflict when it was handed in already
 */
export async function handInDraft(tx: Transaction, id: string): Promise<void> {
  const empty: Content = { connected: false, entry: {}, complete: false };
  const done = await tx
    .update(drafts)
    .set({ handedInAt: now(), content: sealField(JSON.stringify(empty), placeOf(id)) })
    .where(and(eq(drafts.id, id), isNull(drafts.handedInAt)))
    .returning({ id: drafts.id });
  if (done.length === 0) throw new Conflict("draft_gone");
}

/** Keeps what was typed, right or not. `complete`: it passed the form. */
export async function saveDraft(draft: Draft, change: Partial<Content>): Promise<void> {
  const { id, ...content } = { ...draft, ...change };
  const sealed = sealField(JSON.stringify(content), placeOf(id));
  await transaction(async (tx) => {
    await tx
      .update(drafts)
      .set({ content: sealed })
      .where(and(eq(drafts.id, id), isNull(drafts.handedInAt)));
  });
}

/**
 * Keeps an entry that passed the form; the next page looks its codes up in the register.
 * @throws Limited after sixty in an hour from one network: the register is not there to be searched through us
 */
export async function completeDraft(actor: StrangerActor, draft: Draft, entry: Entry): Promise<void> {
  await transaction((tx) => countLimit(tx, ["look_up", networkOf(actor.address)], { max: 60, windowMs: DAY_MS / 24 }));
  await saveDraft(draft, { entry, complete: true });
}

/** Throws away drafts that are fourteen days old. Returns how many. */
export async function removeOldDrafts(at: Date): Promise<number> {
  const removed = await transaction((tx) =>
    tx.delete(drafts).where(lt(drafts.expiresAt, at)).returning({ id: drafts.id }),
  );
  return removed.length;
}
