import { and, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { db, transaction } from "#db/client.server.ts";
import { clientDrafts } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { aboutOf } from "#app/platform/rights/reach.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { openField, sealField } from "#app/shared/crypto.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { type Typed, parseForm } from "#app/shared/form.ts";
import { newId } from "#app/shared/ids.server.ts";
import { keptMs } from "#app/shared/retention.data.ts";

/** Forms that keep a draft, with the id of what they are about. */
const PLACE = /^(?:request|appointment):[0-9a-f-]{36}$|^contact$/;
const schema = z.looseObject({ paragraphs: z.array(z.string()).default([]) });

const at = (row: string) => ({ table: "client_drafts", column: "fields", row });

/**
 * Keeps what a client typed in a form, sealed, for a day; one draft a form about a client, the newest. Empty forms keep nothing.
 * @throws NotFound for a form that keeps none
 */
export async function keepDraft(actor: ClientActor, place: string, form: FormData): Promise<void> {
  if (!PLACE.test(place)) throw new NotFound();
  const { typed } = parseForm(schema, form);
  if (Object.values(typed).every((value) => value.length === 0)) return;
  await transaction(async (tx) => {
    await tx.delete(clientDrafts).where(mine(actor, place));
    const id = newId();
    const fields = sealField(JSON.stringify(typed), at(id));
    await tx
      .insert(clientDrafts)
      .values({ id, accountId: actor.accountId, about: aboutOf(actor), place, fields, savedAt: now() });
    await audit(tx, actor, { event: "client.draft_keep", id, subjectId: actor.clientId });
  });
}

/** What this client typed in a form before the session ended, or null. */
export async function draftOf(actor: ClientActor, place: string): Promise<Typed | null> {
  const fresh = gt(clientDrafts.savedAt, new Date(now().getTime() - keptMs("clientDrafts")));
  const [row] = await db
    .select()
    .from(clientDrafts)
    .where(and(mine(actor, place), fresh));
  return row ? (JSON.parse(openField(row.fields, at(row.id))) as Typed) : null;
}

/** Throws a draft away: it was sent, or the client wants it no more. */
export async function dropDraft(actor: ClientActor, place: string): Promise<void> {
  await transaction((tx) => tx.delete(clientDrafts).where(mine(actor, place)));
}

const mine = (actor: ClientActor, place: string) =>
  and(
    eq(clientDrafts.accountId, actor.accountId),
    eq(clientDrafts.about, aboutOf(actor)),
    eq(clientDrafts.place, place),
  );
