import { createVerify } from "node:crypto";
import { DOMParser } from "@xmldom/xmldom";
import { SignedXml } from "xml-crypto";
import { EXC_C14N, NS } from "./xml.ts";

/** Strictly read: no document types, comments or faults that a parser would forgive. */
export function parsed(xml: string): Element | undefined {
  if (xml.length > 256 * 1024 || /<!/.test(xml)) return undefined;
  let sound = true;
  const fault = () => (sound = false);
  const parser = new DOMParser({ errorHandler: { warning: fault, error: fault, fatalError: fault } });
  try {
    const root: Element | null = parser.parseFromString(xml, "text/xml").documentElement;
    return sound && root ? root : undefined;
  } catch {
    return undefined;
  }
}

/** Direct children of that name. */
export function children(of: Element, namespace: string, name: string): Element[] {
  return Array.from(of.childNodes).filter(
    (node): node is Element =>
      node.nodeType === 1 && (node as Element).namespaceURI === namespace && (node as Element).localName === name,
  );
}

/** The one direct child of that name, or nothing when there are none or several. */
export function child(of: Element, namespace: string, name: string): Element | undefined {
  const found = children(of, namespace, name);
  return found.length === 1 ? found[0] : undefined;
}

/** What `element` of `xml` says according to the bytes that its own signature covers; nothing when it does not hold. */
export function vouched(xml: string, element: Element, certificate: string): Element | undefined {
  const signature = child(element, NS.ds, "Signature");
  const id = element.getAttribute("ID");
  if (!signature || !id) return undefined;
  const check = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null });
  try {
    check.loadSignature(signature);
    const allowed = ["http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", EXC_C14N];
    if (check.signatureAlgorithm !== allowed[0] || check.canonicalizationAlgorithm !== allowed[1]) return undefined;
    if (!check.checkSignature(xml)) return undefined;
  } catch {
    return undefined;
  }
  const bytes = check.getSignedReferences();
  const root = bytes.length === 1 ? parsed(bytes[0]!) : undefined;
  const same = root?.localName === element.localName && root.namespaceURI === element.namespaceURI;
  return same && root.getAttribute("ID") === id ? root : undefined;
}

/** Redirect binding: the signature covers the query as it was sent, up to `SigAlg`. */
export function vouchedQuery(query: string, certificate: string): boolean {
  const parts = new Map(query.split("&").map((part) => [part.split("=")[0]!, part]));
  const given = new URLSearchParams(query);
  if (given.get("SigAlg") !== "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256") return false;
  const covered = ["SAMLRequest", "RelayState", "SigAlg"].flatMap((name) => parts.get(name) ?? []).join("&");
  const signature = Buffer.from(given.get("Signature") ?? "", "base64");
  return createVerify("RSA-SHA256").update(covered).verify(certificate, signature);
}
