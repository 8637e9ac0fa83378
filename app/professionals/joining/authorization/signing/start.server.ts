import { transaction } from "#db/client.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { recordEvent } from "#app/professionals/joining/authorization/record-event.server.ts";
import { finishAttempt, startAttempt, type Attempt } from "#app/platform/doors/attempts.server.ts";
import { sendCode, type Carrier } from "#app/platform/doors/codes.server.ts";
import { countLimit } from "#app/platform/doors/limits.server.ts";
import { letters } from "#app/professionals/joining/authorization/letters.ts";
import { signerOf, type Signer } from "#app/professionals/joining/signer.server.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { CONSENT } from "./consent.ts";
import { assertOpenForCodes } from "./failures.server.ts";
import type { Opened } from "./open.server.ts";
import { wayOf, type Way } from "./way.server.ts";

type Good = Extract<Opened, { state: "good" }>;

/** What the signer saw and said, kept by the server between consent and code (G01). Sealed. */
export type Said = { version: number; documentHash: string; name: string; consent: string; way: Way };

const ATTEMPT_MS = 30 * 60_000;
/** Over all attempts: a fresh attempt is no way around the limits of one. */
const SENDS = { max: 3, windowMs: 15 * 60_000 };
const STARTS = { max: 12, windowMs: 24 * 3_600_000 };

/**
 * The signer agrees with exactly the version that was shown, and types the own name; the confirmation code goes out on
 * the second channel. Nothing is signed yet.
 * @throws Conflict when another version was shown, Invalid for a name that is not the signer's, Limited
 * @returns the token for the attempt cookie
 */
export async function startSigning(
  opened: Good,
  given: { version: number; documentHash: string; name: string },
): Promise<string> {
  const { authorization, version, actor } = opened;
  if (given.version !== version.version || given.documentHash !== version.documentHash)
    throw new Conflict("document_changed");
  await assertOpenForCodes(authorization);
  const signer = await signerOf(authorization.requestId);
  if (!namesSigner(given.name, signer)) throw new Invalid({ name: "other_name" });
  const way = await wayOf(signer);
  const said: Said = { ...given, consent: CONSENT, way };
  const event = { authorizationId: authorization.id, version: version.version };
  return transaction(async (tx) => {
    await countLimit(tx, ["signing_start", authorization.id], STARTS);
    const lifetimeMs = ATTEMPT_MS;
    const payload = JSON.stringify(said);
    const attempt = await startAttempt(tx, { purpose: "signing", subjectId: authorization.id, payload, lifetimeMs });
    await recordEvent(tx, actor, { ...event, kind: "consent", detail: given.name });
    if (way.channel !== "handover") {
      await countLimit(tx, ["signing_code", authorization.id], SENDS);
      await sendCode(tx, { attemptId: attempt.attemptId, carrier: carrierOf(way, signer) });
      await recordEvent(tx, actor, { ...event, kind: "code_sent", detail: `${way.channel} ${way.masked}` });
    }
    await audit(tx, actor, {
      event: "authorization.consent",
      id: authorization.id,
      version: version.version,
      detail: { channel: way.channel },
    });
    return attempt.token;
  });
}

/** Sends a new code within the same act. @throws Limited */
export async function resendSigningCode(opened: Good, attempt: Attempt, said: Said): Promise<void> {
  const { way } = said;
  if (way.channel === "handover") return;
  const { authorization, version, actor } = opened;
  const signer = await signerOf(authorization.requestId);
  await transaction(async (tx) => {
    await countLimit(tx, ["signing_code", authorization.id], SENDS);
    await sendCode(tx, { attemptId: attempt.id, carrier: carrierOf(way, signer) });
    const detail = `${way.channel} ${way.masked}`;
    await recordEvent(tx, actor, {
      authorizationId: authorization.id,
      version: version.version,
      kind: "code_sent",
      detail,
    });
  });
}

/** Ends an act that cannot go on: too many wrong codes, or another version meanwhile. A new one starts at the document. */
export async function dropAttempt(attempt: Attempt): Promise<void> {
  await transaction((tx) => finishAttempt(tx, attempt.id));
}

function carrierOf(way: Exclude<Way, { channel: "handover" }>, signer: Signer): Carrier {
  const { language } = signer;
  return {
    to: way.channel === "sms" ? { language, mobile: way.to } : { language, email: way.to },
    letter: (code) => letters.code({ ...signer, code }),
  };
}

/** The typed name has to hold the last name on the document: a signature under somebody else's name is none. */
function namesSigner(typed: string, signer: Signer): boolean {
  return plain(typed).includes(plain(signer.lastName));
}

function plain(name: string): string {
  return name.normalize("NFKD").toLowerCase().replace(/\P{L}/gu, "");
}
