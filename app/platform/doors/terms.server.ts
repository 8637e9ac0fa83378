import { eq } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { accounts, termsAcceptances } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { terms } from "#app/platform/settings/in-force.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { sha256 } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";

/** SHA-256 of the text that is shown, so that it can be proved later what was accepted. */
export const termsHash = () => sha256(JSON.stringify(terms()));

/**
 * Keeps that this person accepted, or did not accept, the terms in force, with their version and hash.
 * @param version the version that was on the screen
 * @throws Conflict when another version is in force meanwhile
 */
export async function answerTerms(actor: AccountActor, version: string, accepted: boolean): Promise<void> {
  if (version !== terms().version) throw new Conflict("terms_changed");
  await transaction(async (tx) => {
    const { accountId, sessionId } = actor;
    const row = {
      id: newId(),
      accountId,
      version,
      hash: termsHash(),
      accepted,
      acceptedAt: now(),
      sessionId,
    };
    await tx.insert(termsAcceptances).values(row);
    if (accepted) await tx.update(accounts).set({ acceptedTerms: version }).where(eq(accounts.id, accountId));
    await audit(tx, actor, {
      event: accepted ? "terms.accept" : "terms.decline",
      id: version,
      subjectId: accountId,
    });
  });
}
