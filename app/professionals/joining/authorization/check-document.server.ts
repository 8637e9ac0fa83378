import { eq, or } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { authorizations, authorizationVersions } from "#db/schema/joining.ts";
import { countLimit } from "#app/platform/doors/limits.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { sha256 } from "#app/shared/crypto.server.ts";
import { networkOf } from "#app/shared/network.ts";
import { readCheckCode } from "./check-code.server.ts";
import { sealIdentity } from "./seal/certificate.server.ts";
import { verifySealedPdf, type SealFault } from "./seal/verify-pdf.server.ts";

/** What anybody with the document may know: no person, no field. */
export type Standing = {
  practice: string;
  code: string;
  state: "waiting" | "in_force" | "superseded" | "withdrawn" | "ended" | "void";
  signedAt: Date | null;
  endedAt: Date | null;
};

export type CodeAnswer = { found: true; standing: Standing } | { found: false };
export type FileAnswer =
  | { kind: "fault"; fault: SealFault }
  /** Sealed by us, but not one of the documents we know here. */
  | { kind: "unknown" }
  | { kind: "genuine"; part: "document" | "evidence"; sealedAt: Date; standing: Standing };

const LIMIT = { max: 30, windowMs: 10 * 60_000 };

/** Where the authorization with this code stands. Every code that is not one of ours gets the same answer. @throws Limited */
export async function checkByCode(actor: StrangerActor, typed: string): Promise<CodeAnswer> {
  await count(actor);
  const code = readCheckCode(typed);
  // Asked also for what cannot be a code, so that both take the same way.
  const [row] = await db
    .select()
    .from(authorizations)
    .where(eq(authorizations.checkCode, code ?? ""));
  return row ? { found: true, standing: standingOf(row) } : { found: false };
}

/** Whether a file is a document of ours, whole, and whether it still holds. The file is looked at and forgotten. @throws Limited */
export async function checkByFile(actor: StrangerActor, bytes: Buffer): Promise<FileAnswer> {
  await count(actor);
  const { accepted } = await sealIdentity();
  const report = verifySealedPdf(bytes, accepted);
  if (!report.genuine) return { kind: "fault", fault: report.fault };
  const hash = sha256(bytes);
  const [row] = await db
    .select({ authorization: authorizations, version: authorizationVersions })
    .from(authorizationVersions)
    .innerJoin(authorizations, eq(authorizations.id, authorizationVersions.authorizationId))
    .where(or(eq(authorizationVersions.sealedHash, hash), eq(authorizationVersions.evidenceHash, hash)));
  if (!row) return { kind: "unknown" };
  const part = row.version.sealedHash === hash ? "document" : "evidence";
  return { kind: "genuine", part, sealedAt: report.sealedAt, standing: standingOf(row.authorization) };
}

async function count(actor: StrangerActor): Promise<void> {
  await transaction((tx) => countLimit(tx, ["check_document", networkOf(actor.address)], LIMIT));
}

function standingOf(row: typeof authorizations.$inferSelect): Standing {
  const { practiceName: practice, signedAt, endedAt } = row;
  const code = row.checkCode;
  return { practice, code, state: row.state === "sent" ? "waiting" : row.state, signedAt, endedAt };
}
