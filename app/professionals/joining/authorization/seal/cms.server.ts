import { createHash, sign, type X509Certificate } from "node:crypto";
import * as asn1 from "asn1js";
import {
  AlgorithmIdentifier,
  Attribute,
  Certificate,
  ContentInfo,
  EncapsulatedContentInfo,
  IssuerAndSerialNumber,
  SignedAndUnsignedAttributes,
  SignedData,
  SignerInfo,
} from "pkijs";
import type { SealIdentity } from "./certificate.server.ts";

export const OID = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  ecdsaSha256: "1.2.840.10045.4.3.2",
  rsa: "1.2.840.113549.1.1.1",
} as const;

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash("sha256").update(bytes).digest()).buffer;

/**
 * Detached CMS signature (RFC 5652) over `content` with the attributes that PAdES baseline asks for
 * (ETSI EN 319 142-1, 6.3): content-type, message-digest and signing-certificate-v2 (RFC 5035). No signing-time: in a
 * PDF the moment stands in the signature dictionary, and both together are not allowed.
 */
export function signDetached(content: Uint8Array, identity: SealIdentity): Buffer {
  const signedAttrs = attributes(content, identity.certificate);
  const signature = sign("sha256", asSet(Buffer.from(signedAttrs.toSchema().toBER())), identity.key);
  return assemble(content, identity.certificate, signature);
}

/**
 * The one way in which we write a signature down. The envelope is not signed itself, so a reader builds it again and
 * compares: then no byte of it can differ.
 */
export function assemble(content: Uint8Array, sealer: X509Certificate, signature: Uint8Array): Buffer {
  const certificate = Certificate.fromBER(new Uint8Array(sealer.raw).buffer);
  const info = new SignerInfo({
    version: 1,
    sid: new IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
    signedAttrs: attributes(content, sealer),
    signatureAlgorithm: signatureAlgorithm(sealer),
  });
  info.signature = new asn1.OctetString({ valueHex: new Uint8Array(signature).buffer });
  const signed = new SignedData({
    version: 1,
    digestAlgorithms: [new AlgorithmIdentifier({ algorithmId: OID.sha256 })],
    encapContentInfo: new EncapsulatedContentInfo({ eContentType: OID.data }),
    certificates: [certificate],
    signerInfos: [info],
  });
  const envelope = new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) });
  return Buffer.from(envelope.toSchema().toBER());
}

/** Signed attributes are signed as a SET, though they are sent under the tag [0] (RFC 5652, 5.4). */
export function asSet(encoded: Buffer): Buffer {
  const copy = Buffer.from(encoded);
  copy[0] = 0x31;
  return copy;
}

function attributes(content: Uint8Array, certificate: X509Certificate): SignedAndUnsignedAttributes {
  const hash = new asn1.OctetString({ valueHex: sha256(certificate.raw) });
  const certId = new asn1.Sequence({ value: [hash] });
  const certs = new asn1.Sequence({ value: [certId] });
  const all = [
    new Attribute({ type: OID.contentType, values: [new asn1.ObjectIdentifier({ value: OID.data })] }),
    new Attribute({ type: OID.messageDigest, values: [new asn1.OctetString({ valueHex: sha256(content) })] }),
    new Attribute({ type: OID.signingCertificateV2, values: [new asn1.Sequence({ value: [certs] })] }),
  ];
  // DER: the members of a SET OF stand in the order of their bytes.
  const encoded = (one: Attribute) => Buffer.from(one.toSchema().toBER());
  all.sort((a, b) => Buffer.compare(encoded(a), encoded(b)));
  return new SignedAndUnsignedAttributes({ type: 0, attributes: all });
}

function signatureAlgorithm({ publicKey }: X509Certificate): AlgorithmIdentifier {
  if (publicKey.asymmetricKeyType === "ec") return new AlgorithmIdentifier({ algorithmId: OID.ecdsaSha256 });
  return new AlgorithmIdentifier({ algorithmId: OID.rsa, algorithmParams: new asn1.Null() });
}
