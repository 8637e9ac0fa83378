import { and, eq, inArray } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { clientAccounts, clientTerms } from "#db/schema/accounts.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { send } from "#app/platform/messages/send.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { sha256 } from "#app/shared/crypto.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { letters } from "./letters.ts";

/** SHA-256 of the text that is shown, so that it can be proved later what was accepted. */
export const clientTermsHash = (environment: Environment) => sha256(JSON.stringify(environment.terms));

/**
 * Keeps that the client accepted, or did not accept, the version in force, with its hash. Accepting makes the account
 * active at once (P-03); not accepting leaves it waiting. A copy goes to the address, if there is one.
 * @param version the version that was on the screen
 * @throws Conflict when another version is in force meanwhile, or the account is closed
 */
export async function answerClientTerms(
  actor: ClientActor,
  environment: Environment,
  version: number,
  accepted: boolean,
): Promise<void> {
  if (version !== environment.terms.version) throw new Conflict("terms_changed");
  await transaction(async (tx) => {
    const account = await settle(tx, actor, version, accepted);
    await tx.insert(clientTerms).values({
      id: newId(),
      accountId: actor.accountId,
      version,
      hash: clientTermsHash(environment),
      accepted,
      answeredAt: now(),
      sessionId: actor.sessionId,
    });
    await audit(tx, actor, {
      event: accepted ? "client.terms_accept" : "client.terms_decline",
      id: environment.id,
      version: version,
      subjectId: actor.clientId,
    });
    const { id, email, language, environmentId } = account;
    if (!accepted || !email) return;
    await send(tx, { email, language, environmentId, about: id }, letters.terms(environment.terms), `${id}:${version}`);
  });
}

async function settle(tx: Transaction, actor: ClientActor, version: number, accepted: boolean) {
  const change = accepted ? { state: "active" as const, acceptedTerms: version } : { state: "terms_pending" as const };
  const [row] = await tx
    .update(clientAccounts)
    .set(change)
    .where(and(eq(clientAccounts.id, actor.accountId), inArray(clientAccounts.state, ["terms_pending", "active"])))
    .returning();
  if (!row) throw new Conflict("account_closed");
  return row;
}
