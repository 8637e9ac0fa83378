import { eq } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { accounts, termsAcceptances } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { terms } from "#app/platform/settings/terms.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { sha256 } from "#app/shared/crypto.server.ts";
import { newId } from "#app/shared/ids.server.ts";

/** SHA-256 of the text that is shown, so that it can be proved later what was accepted. */
export const termsHash = () => sha256(JSON.stringify(terms));

/** Keeps that this person accepted, or did not accept, the terms in force, with their version and hash. */
export async function answerTerms(actor: AccountActor, accepted: boolean): Promise<void> {
  await transaction(async (tx) => {
    const { accountId, sessionId } = actor;
    const row = {
      id: newId(),
      accountId,
      version: terms.version,
      hash: termsHash(),
      accepted,
      acceptedAt: now(),
      sessionId,
    };
    await tx.insert(termsAcceptances).values(row);
    if (accepted) await tx.update(accounts).set({ acceptedTerms: terms.version }).where(eq(accounts.id, accountId));
    const object = { type: "terms", id: terms.version };
    await audit(tx, actor, {
      event: accepted ? "terms.accept" : "terms.decline",
      action: "C",
      object,
      subjectId: accountId,
    });
  });
}
