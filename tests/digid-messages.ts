/**
 * Answers of DigiD as it writes them (namespaces on the ArtifactResponse, PrefixList, KeyName only, nested signatures), put
 * together as text that is in canonical form already and signed with plain `node:crypto`: no code of the portal, of its
 * simulator or of a library for signatures takes part, so that one mistake cannot hide another.
 */
import { createHash, createSign } from "node:crypto";

const DS = "http://www.w3.org/2000/09/xmldsig#";
const EXC = "http://www.w3.org/2001/10/xml-exc-c14n#";
const SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
const SAMLP = "urn:oasis:names:tc:SAML:2.0:protocol";
const SPACES = ` xmlns:ds="${DS}" xmlns:saml="${SAML}" xmlns:samlp="${SAMLP}"`;
const STATUS = "urn:oasis:names:tc:SAML:2.0:status:";

export type Key = { key: string; name: string };
/** What can be otherwise than it should be. Moments are offsets in seconds from `at`. */
export type Made = {
  at: Date;
  signer: Key;
  assertionSigner: Key | null;
  outerSigner: Key | null;
  issuer: string;
  innerIssuer: string;
  assertionIssuer: string;
  resolveId: string;
  requestId: string;
  subjectRequestId: string;
  outerIssued: number;
  innerIssued: number;
  notBefore: number;
  notOnOrAfter: number;
  confirmedUntil: number;
  audience: string;
  recipient: string;
  nameId: string;
  level: string;
  method: string;
  status: string;
  innerStatus: string;
  version: string;
  /** Methods named in both signatures. */
  signatureMethod: string;
  digestMethod: string;
  transforms: string;
  reference: string | null;
  /** Parts put in by hand, in places that a reader must not look at. */
  beside: Partial<
    Record<"header" | "body" | "extensions" | "behindResponse" | "behindAssertion" | "keyInfo" | "object", string>
  >;
  assertion: string | null;
  assertionId: string;
};

const moment = (at: Date, seconds: number) => new Date(at.getTime() + seconds * 1000).toISOString();
const digest = (text: string, method: string) =>
  createHash(method.endsWith("sha1") ? "sha1" : "sha256")
    .update(text)
    .digest("base64");

/** A signature over text that stands for the canonical form of an element with this id. */
function signature(canonical: string, id: string, signer: Key, made: Made): string {
  const reference = made.reference ?? `#${id}`;
  const info = (apex: string) =>
    `<ds:SignedInfo${apex}><ds:CanonicalizationMethod Algorithm="${EXC}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="${made.signatureMethod}"></ds:SignatureMethod>` +
    `<ds:Reference URI="${reference}"><ds:Transforms>${made.transforms}</ds:Transforms>` +
    `<ds:DigestMethod Algorithm="${made.digestMethod}"></ds:DigestMethod>` +
    `<ds:DigestValue>${digest(canonical, made.digestMethod)}</ds:DigestValue></ds:Reference></ds:SignedInfo>`;
  const algorithm = made.signatureMethod.endsWith("sha1") ? "RSA-SHA1" : "RSA-SHA256";
  const value = createSign(algorithm)
    .update(info(` xmlns:ds="${DS}"`))
    .sign(signer.key, "base64");
  const more = made.beside.keyInfo ?? "";
  return (
    `<ds:Signature>${info("")}<ds:SignatureValue>${value}</ds:SignatureValue>` +
    `<ds:KeyInfo><ds:KeyName>${signer.name}</ds:KeyName>${more}</ds:KeyInfo>${made.beside.object ?? ""}</ds:Signature>`
  );
}

/** The transforms as DigiD names them. */
export const TRANSFORMS =
  `<ds:Transform Algorithm="${DS}enveloped-signature"></ds:Transform>` +
  `<ds:Transform Algorithm="${EXC}"><ec:InclusiveNamespaces xmlns:ec="${EXC}" PrefixList="ds saml samlp xs"></ec:InclusiveNamespaces></ds:Transform>`;

/** An Assertion with its signature, as it stands inside an answer. */
export function assertionOf(made: Made): string {
  const { at, assertionId: id } = made;
  const whole = (apex: string, signed: string) =>
    `<saml:Assertion${apex} ID="${id}" IssueInstant="${moment(at, 0)}" Version="2.0"><saml:Issuer>${made.assertionIssuer}</saml:Issuer>${signed}` +
    `<saml:Subject><saml:NameID>${made.nameId}</saml:NameID><saml:SubjectConfirmation Method="${made.method}">` +
    `<saml:SubjectConfirmationData InResponseTo="${made.subjectRequestId}" NotOnOrAfter="${moment(at, made.confirmedUntil)}"${made.recipient ? ` Recipient="${made.recipient}"` : ""}></saml:SubjectConfirmationData>` +
    `</saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="${moment(at, made.notBefore)}" NotOnOrAfter="${moment(at, made.notOnOrAfter)}">${made.audience}</saml:Conditions>` +
    `<saml:AuthnStatement AuthnInstant="${moment(at, 0)}" SessionIndex="17"><saml:SubjectLocality Address="192.0.2.7"></saml:SubjectLocality>` +
    `<saml:AuthnContext><saml:AuthnContextClassRef>${made.level}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement></saml:Assertion>`;
  if (!made.assertionSigner) return whole("", "");
  return whole("", signature(whole(SPACES, ""), id, made.assertionSigner, made));
}

export const success = (value: string) =>
  `<samlp:Status><samlp:StatusCode Value="${STATUS}${value}"></samlp:StatusCode></samlp:Status>`;

/** The ArtifactResponse, signed, with its namespaces. */
export function responseOf(made: Made): string {
  const { at } = made;
  const assertion = made.assertion ?? assertionOf(made);
  const inner =
    `<samlp:Response ID="_inner" InResponseTo="${made.requestId}" IssueInstant="${moment(at, made.innerIssued)}" Version="2.0">` +
    `<saml:Issuer>${made.innerIssuer}</saml:Issuer>${made.innerStatus}${assertion}${made.beside.behindAssertion ?? ""}</samlp:Response>`;
  const whole = (signed: string) =>
    `<samlp:ArtifactResponse${SPACES} ID="_outer" InResponseTo="${made.resolveId}" IssueInstant="${moment(at, made.outerIssued)}" Version="${made.version}">` +
    `<saml:Issuer>${made.issuer}</saml:Issuer>${signed}${made.beside.extensions ?? ""}${made.status}${inner}${made.beside.behindResponse ?? ""}</samlp:ArtifactResponse>`;
  return made.outerSigner ? whole(signature(whole(""), "_outer", made.outerSigner, made)) : whole("");
}

/** In its envelope. */
export function envelopeOf(response: string, { header, body }: Made["beside"] = {}): string {
  const head = header === undefined ? "" : `<soap:Header>${header}</soap:Header>`;
  return `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">${head}<soap:Body>${response}${body ?? ""}</soap:Body></soap:Envelope>`;
}
