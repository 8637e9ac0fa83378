import { originOf } from "#app/platform/settings/origin.server.ts";
import { config } from "#app/shared/config.server.ts";
import type { IdentityProvider, Party } from "./identity-provider.ts";
import { metadata } from "./messages.ts";
import { messageId, saml3 } from "./saml3.server.ts";
import { connection } from "./settings.server.ts";
import { keyName, signXml } from "./signed.server.ts";

/** The identity provider of the settings, or null: nobody can sign in with DigiD. */
export function identityProvider(): IdentityProvider | null {
  const found = connection();
  return found && saml3(found, config.digid?.binding ?? "post");
}

/** Who we are for one environment. */
export function partyOf(environmentId: string): Party {
  const place = `${originOf(environmentId)}/mijn/${environmentId}/digid`;
  return { entityId: `${place}/metadata`, returnAddress: `${place}/terug` };
}

/** Our metadata for one environment, signed; null without a connection. Handed over to DigiD by hand. */
export function serviceProviderMetadata(environmentId: string): string | null {
  const found = connection();
  if (!found) return null;
  const id = messageId();
  const { certificate } = found.own;
  const ours = metadata({ party: partyOf(environmentId), id, certificate, keyName: keyName(certificate) });
  return signXml(ours, id, found.own, true);
}

/** Origin that browsers are sent to, for the content security policy of the page that sends them. */
export function digidOrigin(): string | null {
  return identityProvider()?.origin ?? null;
}
