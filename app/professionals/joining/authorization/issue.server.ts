import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "#db/client.server.ts";
import { authorizations, authorizationVersions } from "#db/schema/joining.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { recordFile, storeFile, type StoredFile } from "#app/platform/files/store.server.ts";
import { issueLink, voidLinks } from "#app/platform/doors/links.server.ts";
import { send } from "#app/platform/messages/send.server.ts";
import { requestFields, type ChosenCareGroups } from "#app/professionals/joining/fields.server.ts";
import { signerOf, type Signer } from "#app/professionals/joining/signer.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { newCheckCode } from "./check-code.server.ts";
import { describe } from "./document/describe.server.ts";
import { paintAuthorization } from "./document/paint.server.ts";
import type { DocumentText, Field } from "./document/text.ts";
import { letters } from "./letters.ts";
import { recordEvent } from "./record-event.server.ts";

/** How long a signing link works. */
export const LINK_MS = 14 * 24 * 3_600_000;

export type Prepared = {
  authorizationId: string;
  version: number;
  checkCode: string;
  signer: Signer;
  fields: Field[];
  words: DocumentText;
  file: StoredFile;
  at: Date;
};

/** Paints the document of a request and stores its bytes: slow, so before the transaction. */
export async function prepareAuthorization(requestId: string): Promise<Prepared> {
  return prepare(requestId, { authorizationId: newId(), version: 1, checkCode: newCheckCode() });
}

/** Paints the next version of a document that is out for signing, with other care groups. */
export async function prepareNextVersion(
  current: { authorizationId: string; requestId: string; version: number; checkCode: string },
  chosen: ChosenCareGroups,
): Promise<Prepared> {
  const { authorizationId, checkCode, version } = current;
  return prepare(current.requestId, { authorizationId, checkCode, version: version + 1 }, chosen);
}

async function prepare(
  requestId: string,
  base: { authorizationId: string; version: number; checkCode: string },
  chosen?: ChosenCareGroups,
): Promise<Prepared> {
  const signer = await signerOf(requestId);
  const fields = await requestFields(requestId, chosen);
  const at = now();
  const words = describe({ ...base, signer, fields, at });
  const bytes = await paintAuthorization(words, at);
  const name = `machtiging-${signer.number}-versie-${base.version}.pdf`;
  const file = await storeFile({ kind: "authorization", name, mediaType: "application/pdf", bytes });
  return { ...base, signer, fields, words, file, at };
}

/**
 * Sends a prepared authorization to the practice address: row, version, link, mail, log. One that was out for the same
 * request before becomes void, and its link worthless. Moving the request itself is the caller's.
 * @throws Conflict when the request was changed since it was prepared
 */
export async function issueAuthorization(tx: Transaction, actor: Actor, prepared: Prepared): Promise<string> {
  const { authorizationId, signer, at } = prepared;
  const { requestId } = signer;
  // Not the version: sending itself may count as a change. What counts is that the document still says what was entered.
  const fields = await requestFields(requestId, undefined, tx);
  if (JSON.stringify(fields) !== JSON.stringify(prepared.fields)) throw new Conflict("request_changed");
  await voidEarlier(tx, actor, requestId);
  await tx.insert(authorizations).values({
    id: authorizationId,
    state: "sent",
    requestId,
    agbPractitioner: signer.agbPractitioner,
    agbPractice: signer.agbPractice,
    practitionerName: signer.name,
    practiceName: signer.practiceName,
    version: 1,
    sentAt: at,
    checkCode: prepared.checkCode,
  });
  await addVersion(tx, prepared);
  const organisation = signer.agbPractice;
  await audit(tx, actor, {
    event: "authorization.send",
    id: authorizationId,
    version: "1",
    organisation,
    detail: { hash: prepared.file.hash },
  });
  await recordEvent(tx, actor, { authorizationId, version: 1, kind: "sent", detail: signer.practiceEmail });
  await mailLink(tx, { id: authorizationId, version: 1, fields: prepared.fields }, signer);
  return authorizationId;
}

/** Keeps a version with exactly the bytes that will be shown. */
export async function addVersion(tx: Transaction, prepared: Prepared): Promise<void> {
  await tx.insert(authorizationVersions).values({
    id: newId(),
    authorizationId: prepared.authorizationId,
    version: prepared.version,
    fields: prepared.fields,
    words: prepared.words,
    documentFile: await recordFile(tx, prepared.file),
    documentHash: prepared.file.hash,
    createdAt: prepared.at,
  });
}

/** Makes a fresh link and mails it to the practice address with every field in the mail itself (I-07). */
export async function mailLink(
  tx: Transaction,
  shown: { id: string; version: number; fields: Field[] },
  signer: Signer,
): Promise<void> {
  const token = await issueLink(tx, { purpose: "signing", subjectId: shown.id, lifetimeMs: LINK_MS });
  const letter = letters.authorization({ ...signer, token, fields: shown.fields });
  await send(
    tx,
    { email: signer.practiceEmail, language: signer.language, about: shown.id },
    letter,
    `${shown.id}:${newId()}`,
  );
}

async function voidEarlier(tx: Transaction, actor: Actor, requestId: string): Promise<void> {
  const earlier = await tx
    .update(authorizations)
    .set({ state: "void", endedAt: now(), endedReason: "replaced" })
    .where(and(eq(authorizations.requestId, requestId), eq(authorizations.state, "sent")))
    .returning({ id: authorizations.id, version: authorizations.version });
  for (const { id, version } of earlier) {
    await voidLinks(tx, "signing", id);
    await audit(tx, actor, { event: "authorization.void", id, version, reason: "replaced" });
    await recordEvent(tx, actor, { authorizationId: id, version, kind: "voided" });
  }
}

/** The authorization of a request that is out for signing or in force, or null. */
export async function currentAuthorization(requestId: string) {
  const rows = await db.select().from(authorizations).where(eq(authorizations.requestId, requestId));
  return rows.find((row) => row.state === "sent" || row.state === "in_force") ?? null;
}
