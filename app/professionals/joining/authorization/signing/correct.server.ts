import { and, eq } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { authorizations } from "#db/schema/joining.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { addVersion, prepareNextVersion } from "#app/professionals/joining/authorization/issue.server.ts";
import { letters } from "#app/professionals/joining/authorization/letters.ts";
import { recordEvent } from "#app/professionals/joining/authorization/record-event.server.ts";
import { voidLinks } from "#app/platform/doors/links.server.ts";
import { send } from "#app/platform/messages/send.server.ts";
import { requireChoosable } from "#app/professionals/joining/care-groups.server.ts";
import type { ChosenCareGroups } from "#app/professionals/joining/fields.server.ts";
import { backToReview, markCorrected } from "#app/professionals/joining/outcome.server.ts";
import { signerOf } from "#app/professionals/joining/signer.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import type { Opened } from "./open.server.ts";

type Good = Extract<Opened, { state: "good" }>;

/** Who somebody is and how to reach them: changed, the checks have to be made anew. */
export type IdentityChanges = {
  agbPractitioner?: string;
  agbPractice?: string;
  firstName?: string;
  lastName?: string;
  practiceEmail?: string;
  ownEmail?: string | null;
  /** E.164 */
  mobile?: string | null;
  more?: Record<string, string> | null;
};

/**
 * Other care groups: a new version with a new document and a new hash, in place; the link stays. Both versions stay in
 * the log (B6). @throws Conflict when it was signed or corrected elsewhere meanwhile; Invalid for a care group nobody can choose
 */
export async function correctCareGroups(opened: Good, chosen: ChosenCareGroups): Promise<void> {
  const { authorization, version, actor } = opened;
  const { id, requestId, checkCode } = authorization;
  const current = { authorizationId: id, requestId, version: version.version, checkCode };
  requireChoosable(chosen.careGroups, (await signerOf(requestId)).careGroups);
  const prepared = await prepareNextVersion(current, chosen);
  await transaction(async (tx) => {
    const done = await tx
      .update(authorizations)
      .set({ version: prepared.version })
      .where(
        and(eq(authorizations.id, id), eq(authorizations.state, "sent"), eq(authorizations.version, version.version)),
      )
      .returning({ id: authorizations.id });
    if (done.length === 0) throw new Conflict("document_changed");
    await markCorrected(tx, actor, requestId, chosen);
    await addVersion(tx, prepared);
    const detail = { from: version.documentHash, to: prepared.file.hash };
    await audit(tx, actor, { event: "authorization.correct", id, version: prepared.version, detail });
    await recordEvent(tx, actor, {
      authorizationId: id,
      version: prepared.version,
      kind: "corrected",
      detail: "zorggroepen",
    });
    const { signer, version: made, fields } = prepared;
    const to = { email: signer.practiceEmail, language: signer.language, about: id };
    await send(tx, to, letters.corrected({ ...signer, version: made, fields }), `${id}:${made}`);
  });
}

/**
 * Another AGB code, name, address or number: the document and its link are void, and the request goes back to the desk,
 * which checks anew. @throws Conflict when it was signed meanwhile
 */
export async function correctIdentity(
  opened: Good,
  changes: IdentityChanges & Partial<ChosenCareGroups>,
): Promise<void> {
  const { authorization, actor } = opened;
  const { id, requestId } = authorization;
  if (changes.careGroups) requireChoosable(changes.careGroups, (await signerOf(requestId)).careGroups);
  await transaction(async (tx) => {
    const done = await tx
      .update(authorizations)
      .set({ state: "void", endedAt: now(), endedReason: "corrected" })
      .where(and(eq(authorizations.id, id), eq(authorizations.state, "sent")))
      .returning({ version: authorizations.version });
    if (!done[0]) throw new Conflict("already_signed");
    await voidLinks(tx, "signing", id);
    await backToReview(tx, actor, requestId, { changes }, "corrected");
    const detail = { fields: Object.keys(changes) };
    await audit(tx, actor, { event: "authorization.void", id, version: done[0].version, reason: "corrected", detail });
    await recordEvent(tx, actor, {
      authorizationId: id,
      version: done[0].version,
      kind: "voided",
      detail: "gegevens aangepast",
    });
  });
}
