import type { Expected } from "./expected.ts";
import type { ProviderAnswer } from "./identity-provider.ts";
import { readAssertion } from "./read-assertion.server.ts";
import { signedPart } from "./signed.server.ts";
import {
  attribute,
  BadMessage,
  children,
  instant,
  mustBe,
  NS,
  only,
  optional,
  readStrict,
  textIn,
} from "./strict-xml.server.ts";

const STATUS = "urn:oasis:names:tc:SAML:2.0:status:";
/** An answer is made at the moment it is asked: it may be so old at most, and so far ahead of our clock. */
const OLD_MS = 2 * 60_000;
const AHEAD_MS = 30_000;

/**
 * Reads an answer to an artifact (D01, D02): by exact path to the one signed ArtifactResponse, and from then on only the
 * bytes that were signed. Both statuses are looked at; success needs an Assertion with a signature of its own.
 * @throws BadMessage for whatever is not exactly right
 */
export function readAnswer(bytes: Uint8Array, expected: Expected): ProviderAnswer {
  const text = new TextDecoder("utf-8", { fatal: false }).decode(bytes);
  const envelope = mustBe(readStrict(bytes), NS.soap, "Envelope");
  if (children(envelope).length !== 1) throw new BadMessage("envelope");
  const body = only(envelope, NS.soap, "Body");
  if (children(body).length !== 1) throw new BadMessage("body");
  const outer = only(body, NS.samlp, "ArtifactResponse");
  const { connection, at } = expected;
  const signed = signedPart(text, outer, connection.certificates, at);
  const response = mustBe(signed.element, NS.samlp, "ArtifactResponse");
  meant(response, expected, expected.resolveId);
  const outerStatus = statusOf(response);
  if (outerStatus.top !== "Success") return { kind: outerStatus.second === "RequestDenied" ? "unknown" : "denied" };
  const inner = optional(response, NS.samlp, "Response");
  // DigiD answers so when the artifact is known but too old.
  if (!inner) return { kind: "expired" };
  if (textIn(only(inner, NS.saml, "Issuer")) !== connection.entityId) throw new BadMessage("issuer");
  fresh(inner, at);
  const refused = refusal(statusOf(inner));
  if (refused) return refused;
  const requestId = attribute(inner, "InResponseTo");
  const assertion = only(inner, NS.saml, "Assertion");
  const own = signedPart(signed.text, assertion, connection.certificates, at);
  return { ...readAssertion(own.element, expected, requestId), requestId };
}

function meant(response: Element, { connection, at }: Expected, inResponseTo: string): void {
  if (attribute(response, "Version") !== "2.0") throw new BadMessage("version");
  if (attribute(response, "InResponseTo") !== inResponseTo) throw new BadMessage("in_response_to");
  if (textIn(only(response, NS.saml, "Issuer")) !== connection.entityId) throw new BadMessage("issuer");
  fresh(response, at);
}

function fresh(element: Element, at: Date): void {
  const issued = instant(attribute(element, "IssueInstant")).getTime();
  if (issued < at.getTime() - OLD_MS || issued > at.getTime() + AHEAD_MS) throw new BadMessage("issue_instant");
}

function statusOf(response: Element): { top: string; second: string | null } {
  const code = only(only(response, NS.samlp, "Status"), NS.samlp, "StatusCode");
  const second = optional(code, NS.samlp, "StatusCode");
  const short = (element: Element) => attribute(element, "Value").replace(STATUS, "");
  return { top: short(code), second: second && short(second) };
}

/** What DigiD means by a status that is not success (specification 3.7, 6); null for success. */
function refusal({ top, second }: { top: string; second: string | null }): ProviderAnswer | null {
  if (top === "Success") return second === null ? null : { kind: "denied" };
  if (top === "Responder" && second === "AuthnFailed") return { kind: "cancelled" };
  if (top === "Responder" && second === "NoAuthnContext") return { kind: "level_too_low" };
  return { kind: "denied" };
}
