import { randomUUID } from "node:crypto";
import type { Ended, Outcome } from "./artifacts.ts";
import type { Clock } from "./clock.ts";
import { levels } from "./levels.ts";
import { signed, type Signer } from "./sign.ts";
import { attribute, NS, text } from "./xml.ts";

/** Declared on the ArtifactResponse, in canonical order. */
export const DECLARED = ` xmlns:ds="${NS.ds}" xmlns:saml="${NS.saml}" xmlns:samlp="${NS.samlp}"`;

const VALID_MS = 2 * 60_000;

type Success = Extract<Outcome, { kind: "success" }>;

/**
 * The statement about who logged in, in DigiD 3.x's layout: NameID without Format, sector code before the number, valid
 * two minutes either way. Carries its own signature unless `by` is missing.
 */
export function assertion(
  { request, fault }: Ended,
  { bsn, level, address }: Success,
  { issuer, clock, at, by }: { issuer: string; clock: Clock; at: number; by?: Signer },
): string {
  const id = `_${randomUUID()}`;
  const from = clock.stamp(at - VALID_MS);
  const until = clock.stamp(at + VALID_MS);
  const sector = fault === "wrong-sector" ? "s00000001" : "s00000000";
  const audience = fault === "wrong-audience" ? "https://example.invalid/metadata" : request.entityId;
  const recipient = fault === "wrong-recipient" ? "https://example.invalid/acs" : request.acs;
  const answers = fault === "wrong-in-response-to" ? `_${randomUUID()}` : request.id;
  const reached = levels.find((one) => one.level === level)!.classRef;
  const build = (signature: string) =>
    `<saml:Assertion ID="${id}" IssueInstant="${clock.stamp(at)}" Version="2.0"><saml:Issuer>${text(issuer)}</saml:Issuer>` +
    `${signature}<saml:Subject><saml:NameID>${sector}:${text(bsn)}</saml:NameID>` +
    `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData` +
    ` InResponseTo="${attribute(answers)}" NotOnOrAfter="${until}" Recipient="${attribute(recipient)}">` +
    `</saml:SubjectConfirmationData></saml:SubjectConfirmation></saml:Subject>` +
    `<saml:Conditions NotBefore="${from}" NotOnOrAfter="${until}"><saml:AudienceRestriction>` +
    `<saml:Audience>${text(audience)}</saml:Audience></saml:AudienceRestriction></saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${clock.stamp(at)}" SessionIndex="_${randomUUID()}">` +
    `<saml:SubjectLocality Address="${attribute(address)}"></saml:SubjectLocality><saml:AuthnContext>` +
    `<saml:AuthnContextClassRef>${reached}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>` +
    `</saml:Assertion>`;
  const once = frozen(build);
  return by ? signed({ id, build: once, inherited: DECLARED }, by) : once("");
}

/** Random parts are the same each time it is built, with and without the signature. */
function frozen(build: (signature: string) => string): (signature: string) => string {
  const [before, after] = build("\0").split("\0");
  return (signature) => `${before}${signature}${after}`;
}
