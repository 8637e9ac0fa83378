import { operator } from "#app/platform/settings/in-force.server.ts";
import {
  eventFact,
  LEVEL,
  waysInWords,
  type EvidenceFacts,
} from "#app/professionals/joining/authorization/evidence/facts.ts";
import { paintEvidence } from "#app/professionals/joining/authorization/evidence/paint.server.ts";
import { signEvidence } from "#app/professionals/joining/authorization/evidence/sign.server.ts";
import { eventsOf } from "#app/professionals/joining/authorization/record-event.server.ts";
import { sealIdentity } from "#app/professionals/joining/authorization/seal/certificate.server.ts";
import { sealPdf } from "#app/professionals/joining/authorization/seal/seal-pdf.server.ts";
import { readFile, storeFile, type StoredFile } from "#app/platform/files/store.server.ts";
import { signerOf } from "#app/professionals/joining/signer.server.ts";
import { sha256 } from "#app/shared/crypto.server.ts";
import type { Opened } from "./open.server.ts";
import type { Said } from "./start.server.ts";

type Good = Extract<Opened, { state: "good" }>;

export type Sealed = {
  at: Date;
  document: StoredFile;
  sealedHash: string;
  evidencePdf: StoredFile;
  /** Signed JSON. */
  evidence: string;
  ways: string[];
};

/** Seals the shown bytes, tells how it went in a second sealed file and a signed JSON, and stores all. Slow: before the transaction. */
export async function makeSealed(opened: Good, said: Said, at: Date): Promise<Sealed> {
  const { version, authorization } = opened;
  const shown = await readFile(version.documentFile);
  if (shown.hash !== version.documentHash || shown.hash !== said.documentHash)
    throw new Error("not the document that was shown");
  const sealed = await sealPdf(shown.bytes, at, { reason: "Machtiging ondertekend", by: operator().name });
  const sealedHash = sha256(sealed);
  const signer = await signerOf(authorization.requestId);
  const ways = waysInWords(signer.practiceEmail, said.way);
  const facts = await factsOf(opened, said, { at, sealedHash, ways, number: signer.number });
  const evidencePdf = await sealPdf(await paintEvidence(facts, at), at, {
    reason: "Bewijs van ondertekening",
    by: operator().name,
  });
  const base = `machtiging-${signer.number}-versie-${version.version}`;
  const pdf = { mediaType: "application/pdf" };
  return {
    at,
    sealedHash,
    ways,
    document: await storeFile({ ...pdf, kind: "sealed_authorization", name: `${base}-ondertekend.pdf`, bytes: sealed }),
    evidencePdf: await storeFile({ ...pdf, kind: "evidence", name: `${base}-bewijs.pdf`, bytes: evidencePdf }),
    evidence: await signEvidence(facts),
  };
}

async function factsOf(
  { authorization, version, actor }: Good,
  said: Said,
  made: { at: Date; sealedHash: string; ways: string[]; number: string },
): Promise<EvidenceFacts> {
  const { certificate } = await sealIdentity();
  const { at } = made;
  const from = {
    at,
    version: version.version,
    actorName: actor.name,
    address: actor.address ?? null,
    client: actor.client ?? null,
  };
  const last = [
    { ...from, kind: "code_right" as const, detail: null },
    { ...from, kind: "signed" as const, detail: said.name },
  ];
  return {
    type: "authorization-evidence/1",
    authorization: { number: made.number, version: version.version, checkCode: authorization.checkCode },
    practitioner: { name: authorization.practitionerName, agb: authorization.agbPractitioner },
    practice: { name: authorization.practiceName, agb: authorization.agbPractice },
    document: {
      shownSha256: version.documentHash,
      sealedSha256: made.sealedHash,
      certificateSha256: certificate.fingerprint256.replaceAll(":", "").toLowerCase(),
    },
    signature: {
      typedName: said.name,
      consent: said.consent,
      signedAt: at.toISOString(),
      level: LEVEL,
      ways: made.ways,
    },
    events: [...(await eventsOf(authorization.id)), ...last].map(eventFact),
  };
}
