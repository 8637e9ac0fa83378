import { createHash, createPrivateKey, createSign, X509Certificate, type KeyObject } from "node:crypto";
import { EXC_C14N, NS } from "./xml.ts";

/** KeyName is how DigiD 3.x names its key: SHA-1 of the certificate, 40 hex digits. */
export type Signer = { key: KeyObject; keyName: string };

export function signer(certificate: string, key: string): Signer {
  const raw = new X509Certificate(certificate).raw;
  return { key: createPrivateKey(key), keyName: createHash("sha1").update(raw).digest("hex") };
}

type Unsigned = {
  id: string;
  /** The element, in canonical form, with the given signature (or none) at its place. */
  build: (signature: string) => string;
  /**
   * Namespaces that the element takes from around it. They are on the PrefixList, so the canonical form of the element
   * by itself declares them, though in the message they stand higher up.
   */
  inherited?: string;
};

/**
 * Signs an element by RSA-SHA256 (XML signature, enveloped, exclusive canonical form with DigiD's PrefixList). The text is
 * built in canonical form, so its digest is that of the text itself and no canonicaliser is needed.
 */
export function signed({ id, build, inherited = "" }: Unsigned, by: Signer): string {
  const canonical = build("").replace(/^<[^\s>]+/, (name) => `${name}${inherited}`);
  const digest = createHash("sha256").update(canonical).digest("base64");
  const info = (namespace: string) =>
    `<ds:SignedInfo${namespace}><ds:CanonicalizationMethod Algorithm="${EXC_C14N}"></ds:CanonicalizationMethod>` +
    `<ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></ds:SignatureMethod>` +
    `<ds:Reference URI="#${id}"><ds:Transforms>` +
    `<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>` +
    `<ds:Transform Algorithm="${EXC_C14N}"><ec:InclusiveNamespaces xmlns:ec="${EXC_C14N}" PrefixList="ds saml samlp xs">` +
    `</ec:InclusiveNamespaces></ds:Transform></ds:Transforms>` +
    `<ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>` +
    `<ds:DigestValue>${digest}</ds:DigestValue></ds:Reference></ds:SignedInfo>`;
  const value = createSign("RSA-SHA256")
    .update(info(` xmlns:ds="${NS.ds}"`))
    .sign(by.key, "base64");
  return build(
    `<ds:Signature>${info("")}<ds:SignatureValue>${value}</ds:SignatureValue>` +
      `<ds:KeyInfo><ds:KeyName>${by.keyName}</ds:KeyName></ds:KeyInfo></ds:Signature>`,
  );
}
