import { createHash, X509Certificate } from "node:crypto";
import { SignedXml } from "xml-crypto";
import { BadMessage, children, NS, only, readStrict } from "./strict-xml.server.ts";

const RSA_SHA256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
const SHA256 = "http://www.w3.org/2001/04/xmlenc#sha256";
const ENVELOPED = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";

/** Leaves of a table only what is named; what is not there cannot be asked for by a message. */
function keep<T>(table: Record<string, T>, names: string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(table).filter(([name]) => names.includes(name)));
}

function verifier(certificate: string): SignedXml {
  const found = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null });
  found.SignatureAlgorithms = keep(found.SignatureAlgorithms, [RSA_SHA256]);
  found.HashAlgorithms = keep(found.HashAlgorithms, [SHA256]);
  found.CanonicalizationAlgorithms = keep(found.CanonicalizationAlgorithms, [NS.exc, ENVELOPED]);
  return found;
}

/**
 * Checks the own signature of an element and gives back what was signed, read anew from exactly those bytes: nothing of
 * the message around it is ever looked at again (D01; the lesson of CVE-2025-29774 and its family).
 * @param text the document that `element` stands in
 * @param certificates those of the provider's stored metadata; a key in the message is never used
 * @param at moment for which the certificate must be valid
 * @throws BadMessage
 */
export function signedPart(
  text: string,
  element: Element,
  certificates: string[],
  at: Date,
): { element: Element; text: string } {
  const signature = only(element, NS.ds, "Signature");
  const id = element.getAttribute("ID");
  const info = only(signature, NS.ds, "SignedInfo");
  const reference = only(info, NS.ds, "Reference");
  if (!id || reference.getAttribute("URI") !== `#${id}`) throw new BadMessage("reference");
  plainMarks(info, reference);
  for (const certificate of certificates) {
    if (!inForce(certificate, at)) continue;
    const bytes = bytesSigned(text, signature, certificate);
    if (bytes === null) continue;
    const again = readStrict(bytes);
    if (again.getAttribute("ID") !== id || again.localName !== element.localName) throw new BadMessage("reference");
    return { element: again, text: bytes };
  }
  throw new BadMessage("signature");
}

/** Exactly the methods that DigiD uses, once each. */
function plainMarks(info: Element, reference: Element): void {
  const method = (parent: Element, name: string) => only(parent, NS.ds, name).getAttribute("Algorithm");
  const transforms = children(only(reference, NS.ds, "Transforms")).map((one) => one.getAttribute("Algorithm"));
  const right =
    method(info, "CanonicalizationMethod") === NS.exc &&
    method(info, "SignatureMethod") === RSA_SHA256 &&
    method(reference, "DigestMethod") === SHA256 &&
    transforms.join(" ") === `${ENVELOPED} ${NS.exc}`;
  if (!right) throw new BadMessage("method");
}

function inForce(certificate: string, at: Date): boolean {
  const { validFromDate, validToDate } = new X509Certificate(certificate);
  return validFromDate <= at && at <= validToDate;
}

function bytesSigned(text: string, signature: Element, certificate: string): string | null {
  const check = verifier(certificate);
  try {
    check.loadSignature(signature);
    if (!check.checkSignature(text)) return null;
  } catch {
    return null;
  }
  const [bytes, ...more] = check.getSignedReferences();
  return bytes !== undefined && more.length === 0 ? bytes : null;
}

/** Name of a key in `KeyInfo`: SHA-1 of the certificate in hexadecimal, as DigiD 3.x has it; a name, not a protection. */
export function keyName(certificate: string): string {
  return createHash("sha1").update(new X509Certificate(certificate).raw).digest("hex");
}

/**
 * Signs the element with this id (enveloped, RSA-SHA256, exclusive canonical form), the signature behind its `Issuer` or as
 * the first child.
 */
export function signXml(xml: string, id: string, own: { key: string; certificate: string }, first = false): string {
  const sign = new SignedXml({
    privateKey: own.key,
    signatureAlgorithm: RSA_SHA256,
    canonicalizationAlgorithm: NS.exc,
    getKeyInfoContent: () => `<ds:KeyName>${keyName(own.certificate)}</ds:KeyName>`,
  });
  const xpath = `//*[@ID='${id}']`;
  sign.addReference({ xpath, transforms: [ENVELOPED, NS.exc], digestAlgorithm: SHA256 });
  const place = first ? { reference: xpath, action: "prepend" as const } : behindIssuer(xpath);
  sign.computeSignature(xml, { prefix: "ds", location: place });
  return sign.getSignedXml();
}

const behindIssuer = (xpath: string) => ({
  reference: `${xpath}/*[local-name(.)='Issuer']`,
  action: "after" as const,
});
