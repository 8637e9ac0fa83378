import { isBsn } from "#app/shared/bsn.ts";
import type { Expected } from "./expected.ts";
import type { ProviderAnswer } from "./identity-provider.ts";
import { levelOf } from "./levels.ts";
import { attribute, BadMessage, children, instant, mustBe, NS, only, textIn } from "./strict-xml.server.ts";

const BEARER = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
/** Sector of citizen service numbers; DigiD's texts print the letter large, its messages small. */
const SECTOR = "s00000000";
/** Clocks may differ this much, in milliseconds. */
const SKEW_MS = 30_000;

/** What a signed Assertion proves, checked against what was asked (D02). @throws BadMessage */
export function readAssertion(
  element: Element,
  { party, connection, at }: Expected,
  requestId: string,
): Omit<Extract<ProviderAnswer, { kind: "success" }>, "requestId"> {
  const assertion = mustBe(element, NS.saml, "Assertion");
  const is = (value: string, wanted: string, code: string) => {
    if (value !== wanted) throw new BadMessage(code);
  };
  is(attribute(assertion, "Version"), "2.0", "version");
  is(textIn(only(assertion, NS.saml, "Issuer")), connection.entityId, "issuer");
  const subject = only(assertion, NS.saml, "Subject");
  const confirmation = only(subject, NS.saml, "SubjectConfirmation");
  is(attribute(confirmation, "Method"), BEARER, "confirmation");
  const data = only(confirmation, NS.saml, "SubjectConfirmationData");
  is(attribute(data, "InResponseTo"), requestId, "in_response_to");
  is(attribute(data, "Recipient"), party.returnAddress, "recipient");
  const until = instant(attribute(data, "NotOnOrAfter"));
  before(at, until);
  conditions(only(assertion, NS.saml, "Conditions"), party.entityId, at);
  const statement = only(assertion, NS.saml, "AuthnStatement");
  const reached = only(only(statement, NS.saml, "AuthnContext"), NS.saml, "AuthnContextClassRef");
  const level = levelOf(textIn(reached));
  if (level === null) throw new BadMessage("level");
  return {
    kind: "success",
    bsn: numberIn(textIn(only(subject, NS.saml, "NameID"))),
    level,
    authenticatedAt: instant(attribute(statement, "AuthnInstant")),
    proof: { id: attribute(assertion, "ID"), until },
  };
}

function conditions(element: Element, entityId: string, at: Date): void {
  const from = instant(attribute(element, "NotBefore"));
  if (from.getTime() > at.getTime() + SKEW_MS) throw new BadMessage("not_before");
  before(at, instant(attribute(element, "NotOnOrAfter")));
  const audiences = children(only(element, NS.saml, "AudienceRestriction"));
  if (audiences.length !== 1) throw new BadMessage("audience");
  if (textIn(mustBe(audiences[0]!, NS.saml, "Audience")) !== entityId) throw new BadMessage("audience");
}

function before(at: Date, until: Date): void {
  if (until.getTime() + SKEW_MS <= at.getTime()) throw new BadMessage("not_on_or_after");
}

/** The BSN in a NameID such as `s00000000:012345678`. @throws BadMessage for another sector or a number that is none */
function numberIn(name: string): string {
  const [sector = "", number = "", ...more] = name.split(":");
  if (sector.toLowerCase() !== SECTOR || more.length > 0) throw new BadMessage("sector");
  if (!/^\d{8,9}$/.test(number) || !isBsn(number.padStart(9, "0"))) throw new BadMessage("bsn");
  return number.padStart(9, "0");
}
