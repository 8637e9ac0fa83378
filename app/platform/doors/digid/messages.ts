import type { Party } from "./identity-provider.ts";
import { classOf, type Level } from "./levels.ts";

const SIGNS: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!);
/** Whole seconds, rounded down: a moment in the future is refused by some. */
const moment = (at: Date) => `${at.toISOString().slice(0, 19)}Z`;

const SPACES = 'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';

/** The question to sign somebody in, at least at this level (DigiD specification 3.7, 4.2); still to be signed. */
export function authnRequest(given: {
  party: Party;
  id: string;
  at: Date;
  destination: string;
  level: Level;
  providerName: string;
}): string {
  const { party, id, at, destination, level, providerName } = given;
  return (
    `<samlp:AuthnRequest ${SPACES} ID="${safe(id)}" Version="2.0" IssueInstant="${moment(at)}"` +
    ` Destination="${safe(destination)}" AssertionConsumerServiceIndex="0" ProviderName="${safe(providerName)}">` +
    `<saml:Issuer>${safe(party.entityId)}</saml:Issuer>` +
    `<samlp:RequestedAuthnContext Comparison="minimum"><saml:AuthnContextClassRef>${classOf(level)}</saml:AuthnContextClassRef>` +
    `</samlp:RequestedAuthnContext></samlp:AuthnRequest>`
  );
}

/** The question what an artifact stands for; still to be signed. */
export function artifactResolve(given: { party: Party; id: string; at: Date; artifact: string }): string {
  const { party, id, at, artifact } = given;
  return (
    `<samlp:ArtifactResolve ${SPACES} ID="${safe(id)}" Version="2.0" IssueInstant="${moment(at)}">` +
    `<saml:Issuer>${safe(party.entityId)}</saml:Issuer><samlp:Artifact>${safe(artifact)}</samlp:Artifact></samlp:ArtifactResolve>`
  );
}

/** A message in the envelope of SOAP 1.1. */
export function enveloped(message: string): string {
  return `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${message}</soap:Body></soap:Envelope>`;
}

/** What we are, for the provider's administration (specification 3.7, 5); still to be signed. No `cacheDuration`. */
export function metadata(given: { party: Party; id: string; certificate: string; keyName: string }): string {
  const { party, id, certificate, keyName } = given;
  const body = certificate.replace(/-----[A-Z ]+-----|\s/g, "");
  return (
    `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"` +
    ` ID="${safe(id)}" entityID="${safe(party.entityId)}">` +
    `<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">` +
    `<md:KeyDescriptor use="signing"><ds:KeyInfo><ds:KeyName>${keyName}</ds:KeyName>` +
    `<ds:X509Data><ds:X509Certificate>${body}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>` +
    `<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact" Location="${safe(party.returnAddress)}"` +
    ` index="0" isDefault="true"/></md:SPSSODescriptor></md:EntityDescriptor>`
  );
}
