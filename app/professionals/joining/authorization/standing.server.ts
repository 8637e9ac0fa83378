import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { db } from "#db/client.server.ts";
import { authorizations, authorizationVersions } from "#db/schema/joining.ts";
import { readFile } from "#app/platform/files/store.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { readEvidence } from "./evidence/sign.server.ts";
import { sealIdentity } from "./seal/certificate.server.ts";
import { verifySealedPdf } from "./seal/verify-pdf.server.ts";

export type Standing = {
  id: string;
  requestId: string;
  practiceId: string | null;
  agbPractice: string;
  practiceName: string;
  state: (typeof authorizations.$inferSelect)["state"];
  version: number;
  signedAt: Date | null;
  endedAt: Date | null;
  endedReason: string | null;
  checkCode: string;
};

/** Authorizations of an account that are in force now. */
export async function authorizationsInForce(accountId: string): Promise<Standing[]> {
  return (await authorizationsOf(accountId)).filter((one) => one.state === "in_force");
}

/** All authorizations an account ever signed, newest first. */
export async function authorizationsOf(accountId: string): Promise<Standing[]> {
  const signed = inArray(authorizations.state, ["in_force", "superseded", "withdrawn", "ended"]);
  return db
    .select({
      id: authorizations.id,
      requestId: authorizations.requestId,
      practiceId: authorizations.practiceId,
      agbPractice: authorizations.agbPractice,
      practiceName: authorizations.practiceName,
      state: authorizations.state,
      version: authorizations.version,
      signedAt: authorizations.signedAt,
      endedAt: authorizations.endedAt,
      endedReason: authorizations.endedReason,
      checkCode: authorizations.checkCode,
    })
    .from(authorizations)
    .where(and(eq(authorizations.accountId, accountId), signed))
    .orderBy(desc(authorizations.signedAt));
}

/** The authorization that was signed for a request, or null. */
export async function signedAuthorization(requestId: string): Promise<string | null> {
  const rows = await db
    .select({ id: authorizations.id })
    .from(authorizations)
    .where(and(eq(authorizations.requestId, requestId), eq(authorizations.state, "in_force")));
  return rows[0]?.id ?? null;
}

/** What was signed last for a request, also when it no longer holds: its signer keeps the document; null before. */
export async function lastSigned(requestId: string): Promise<{ id: string; inForce: boolean } | null> {
  const [row] = await db
    .select({ id: authorizations.id, state: authorizations.state })
    .from(authorizations)
    .where(and(eq(authorizations.requestId, requestId), isNotNull(authorizations.signedAt)))
    .orderBy(desc(authorizations.signedAt))
    .limit(1);
  return row ? { id: row.id, inForce: row.state === "in_force" } : null;
}

export type SealReason =
  | "not_signed"
  | "shown_document_lost"
  | "sealed_document_broken"
  | "sealed_document_other"
  | "evidence_broken"
  | "evidence_other";

/**
 * Looks whether everything that was kept of a signature is still whole and belongs together: shown bytes, sealed file,
 * sealed evidence, signed facts. The desk's gate before an approval.
 */
export async function checkSeal(authorizationId: string): Promise<{ valid: boolean; reasons: SealReason[] }> {
  const version = await signedVersion(authorizationId);
  if (!version) return { valid: false, reasons: ["not_signed"] };
  const { accepted } = await sealIdentity();
  const reasons: SealReason[] = [];
  const bytesOf = (id: string | null) =>
    id
      ? readFile(id).then(
          (file) => file.bytes,
          () => null,
        )
      : null;
  const shown = await bytesOf(version.documentFile);
  const sealed = await bytesOf(version.sealedFile);
  const evidence = await bytesOf(version.evidenceFile);
  if (!shown) reasons.push("shown_document_lost");
  const report = sealed && verifySealedPdf(sealed, accepted);
  if (!sealed || !report?.genuine) reasons.push("sealed_document_broken");
  else if (report.shownHash !== version.documentHash || !shown || !sealed.subarray(0, shown.length).equals(shown)) {
    reasons.push("sealed_document_other");
  }
  if (!evidence || !verifySealedPdf(evidence, accepted).genuine) reasons.push("evidence_broken");
  const facts = version.evidence && readEvidence(version.evidence, accepted);
  if (!facts) reasons.push("evidence_broken");
  else if (facts.document.shownSha256 !== version.documentHash || facts.document.sealedSha256 !== version.sealedHash) {
    reasons.push("evidence_other");
  }
  return { valid: reasons.length === 0, reasons: [...new Set(reasons)] };
}

/** The sealed document, its evidence or the signed facts of an authorization. @throws NotFound before it was signed */
export async function signedFile(
  authorizationId: string,
  which: "document" | "evidence" | "facts",
): Promise<{ name: string; mediaType: string; bytes: Buffer }> {
  const version = await signedVersion(authorizationId);
  if (!version?.sealedFile || !version.evidenceFile || !version.evidence) throw new NotFound();
  if (which === "facts") {
    return { name: "bewijs.jws", mediaType: "application/jose", bytes: Buffer.from(version.evidence) };
  }
  return readFile(which === "document" ? version.sealedFile : version.evidenceFile);
}

async function signedVersion(authorizationId: string) {
  const rows = await db
    .select()
    .from(authorizationVersions)
    .where(eq(authorizationVersions.authorizationId, authorizationId))
    .orderBy(desc(authorizationVersions.version));
  return rows.find((row) => row.sealedFile !== null) ?? null;
}
