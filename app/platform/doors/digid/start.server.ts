import { transaction } from "#db/client.server.ts";
import { digidRequests } from "#db/schema/doors.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { StrangerActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newToken, tokenHash } from "#app/shared/crypto.server.ts";
import type { BrowserStep } from "./identity-provider.ts";
import type { Level } from "./levels.ts";
import { identityProvider, partyOf } from "./provider.server.ts";
import { messageId } from "./saml3.server.ts";

const LIFE_MS = 30 * 60_000;

export type DigidPurpose = "sign_in" | "link";

/**
 * Begins to sign somebody in with DigiD: keeps the question, bound to this browser, and gives the step that the browser
 * takes with the value of the cookie that binds it; null when there is no connection.
 * @param given.accountId account that DigiD is to be linked to, for `link`
 */
export async function startDigid(
  actor: StrangerActor,
  given: {
    environmentId: string;
    minimumLevel: Level;
    providerName: string;
    purpose: DigidPurpose;
    accountId?: string;
  },
): Promise<{ step: BrowserStep; browserToken: string } | null> {
  const provider = identityProvider();
  if (!provider) return null;
  const [requestId, relayState, browserToken] = [messageId(), newToken(), newToken()];
  const { environmentId, minimumLevel: level, providerName, purpose, accountId } = given;
  await transaction(async (tx) => {
    await tx.insert(digidRequests).values({
      id: requestId,
      environmentId,
      browserHash: tokenHash(browserToken),
      relayState,
      purpose,
      minimumLevel: level,
      accountId: accountId ?? null,
      createdAt: now(),
      expiresAt: new Date(now().getTime() + LIFE_MS),
    });
    await audit(tx, actor, {
      event: "digid.start",
      id: requestId,
      organisation: environmentId,
      detail: { purpose, level },
    });
  });
  const step = provider.start({ party: partyOf(environmentId), requestId, level, relayState, providerName });
  return { step, browserToken };
}
