import { and, eq, isNull } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { authorizations, authorizationVersions } from "#db/schema/joining.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { letters } from "#app/professionals/joining/authorization/letters.ts";
import { recordEvent } from "#app/professionals/joining/authorization/record-event.server.ts";
import { recordFile } from "#app/platform/files/store.server.ts";
import { finishAttempt, type Attempt } from "#app/platform/doors/attempts.server.ts";
import { checkCode, type Verdict } from "#app/platform/doors/codes.server.ts";
import { useLink } from "#app/platform/doors/links.server.ts";
import { send } from "#app/platform/messages/send.server.ts";
import { markSigned } from "#app/professionals/joining/outcome.server.ts";
import { signerOf } from "#app/professionals/joining/signer.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { assertOpenForCodes } from "./failures.server.ts";
import { checkHandover, useHandover } from "./handover.server.ts";
import { makeSealed, type Sealed } from "./make-sealed.server.ts";
import type { Opened } from "./open.server.ts";
import { dropAttempt, type Said } from "./start.server.ts";

type Good = Extract<Opened, { state: "good" }>;

/** What the server kept between consent and code. */
export function saidIn(attempt: Attempt): Said {
  return JSON.parse(attempt.payload ?? "{}") as Said;
}

/**
 * The code is given: signs what was shown, once. The page sends version and hash again; together with what was kept at
 * the consent and what is current they must be the same three times, else the act starts over (G01).
 * @returns "signed", or why not: the verdict on the code. "used_up" ends the act
 * @throws Conflict "document_changed" for another version, "already_signed" when somebody was first, "signing_closed"
 */
export async function confirmSigning(
  opened: Good,
  attempt: Attempt,
  given: { version: number; documentHash: string; code: string },
): Promise<{ outcome: "signed"; promiseOn: string | null } | { outcome: Exclude<Verdict, "right"> }> {
  const said = saidIn(attempt);
  const { version } = opened;
  const same = (one: { version: number; documentHash: string }) =>
    one.version === version.version && one.documentHash === version.documentHash;
  if (attempt.subjectId !== opened.authorization.id || !same(said) || !same(given)) {
    await dropAttempt(attempt);
    throw new Conflict("document_changed");
  }
  await assertOpenForCodes(opened.authorization);
  const { requestId } = opened.authorization;
  const handed = said.way.channel === "handover";
  const verdict = handed ? await checkHandover(requestId, given.code) : await checkCode(attempt.id, given.code);
  if (verdict !== "right") {
    await noteWrong(opened, verdict);
    if (verdict === "used_up") await dropAttempt(attempt);
    return { outcome: verdict };
  }
  const sealed = await makeSealed(opened, said, now());
  const promiseOn = await transaction((tx) => sign(tx, opened, attempt, sealed, said));
  return { outcome: "signed", promiseOn };
}

async function sign(tx: Transaction, opened: Good, attempt: Attempt, sealed: Sealed, said: Said) {
  const { authorization, version, actor } = opened;
  const { at } = sealed;
  const won = await tx
    .update(authorizations)
    .set({ state: "in_force", signedAt: at })
    .where(
      and(
        eq(authorizations.id, authorization.id),
        eq(authorizations.state, "sent"),
        eq(authorizations.version, version.version),
      ),
    )
    .returning({ id: authorizations.id });
  if (won.length === 0) throw new Conflict("already_signed");
  await finishAttempt(tx, attempt.id);
  await useLink(tx, opened.linkId);
  if (said.way.channel === "handover") await useHandover(tx, authorization.requestId);
  const { evidence, sealedHash } = sealed;
  const sealedFile = await recordFile(tx, sealed.document);
  const evidenceHash = sealed.evidencePdf.hash;
  const evidenceFile = await recordFile(tx, sealed.evidencePdf);
  const kept = await tx
    .update(authorizationVersions)
    .set({ sealedFile, sealedHash, evidenceFile, evidenceHash, evidence, signedName: said.name, signedAt: at })
    .where(and(eq(authorizationVersions.id, version.id), isNull(authorizationVersions.sealedFile)))
    .returning({ id: authorizationVersions.id });
  if (kept.length === 0) throw new Conflict("already_signed");
  await markSigned(tx, actor, authorization.requestId, at);
  const event = { authorizationId: authorization.id, version: version.version };
  await recordEvent(tx, actor, { ...event, kind: "code_right" });
  await recordEvent(tx, actor, { ...event, kind: "signed", detail: said.name });
  await audit(tx, actor, {
    event: "authorization.sign",
    id: authorization.id,
    version: version.version,
    organisation: authorization.agbPractice,
    detail: { documentHash: version.documentHash, sealedHash, channel: said.way.channel },
  });
  const signer = await signerOf(authorization.requestId, tx);
  const { language } = signer;
  const about = authorization.id;
  for (const email of new Set([signer.practiceEmail, signer.ownEmail ?? signer.practiceEmail]))
    await send(tx, { email, language, about }, letters.signed(signer), `${about}:${email}`);
  return signer.promiseOn;
}

async function noteWrong({ authorization, version, actor }: Good, verdict: Verdict): Promise<void> {
  await transaction(async (tx) => {
    await audit(tx, actor, {
      event: "authorization.code",
      outcome: "refused",
      id: authorization.id,
      version: version.version,
      reason: verdict,
    });
    const event = { authorizationId: authorization.id, version: version.version };
    await recordEvent(tx, actor, { ...event, kind: "code_wrong" });
  });
}
