import * as asn1 from "asn1js";
import { ContentInfo, IssuerAndSerialNumber, SignedData, type Attribute } from "pkijs";
import { OID } from "./cms.server.ts";

export type ReadCms = {
  certificate: Buffer;
  contentType: string;
  messageDigest: Buffer;
  signingCertificateHash: Buffer;
  /** As sent, under the tag [0]. */
  signedAttributes: Buffer;
  signature: Buffer;
};

/** Reads a signature as we make it: one signer, one certificate, SHA-256, three attributes. Anything else is null. */
export function readCms(padded: Buffer): ReadCms | null {
  try {
    return read(padded);
  } catch {
    return null;
  }
}

function read(padded: Buffer): ReadCms | null {
  const parsed = asn1.fromBER(new Uint8Array(padded).buffer);
  if (parsed.offset === -1 || padded.subarray(parsed.offset).some((byte) => byte !== 0)) return null;
  const info = new ContentInfo({ schema: parsed.result });
  if (info.contentType !== OID.signedData) return null;
  const signed = new SignedData({ schema: info.content });
  const signer = signed.signerInfos[0];
  const certificate = signed.certificates?.[0];
  if (!signer?.signedAttrs || !certificate || signed.signerInfos.length !== 1 || signed.certificates?.length !== 1)
    return null;
  if (!(signer.sid instanceof IssuerAndSerialNumber) || signer.digestAlgorithm.algorithmId !== OID.sha256) return null;
  if (signer.unsignedAttrs) return null;
  const attributes = signer.signedAttrs.attributes;
  const contentType = only(attributes, OID.contentType);
  const messageDigest = only(attributes, OID.messageDigest);
  const certificateHash = hashIn(only(attributes, OID.signingCertificateV2));
  if (attributes.length !== 3 || !(contentType instanceof asn1.ObjectIdentifier)) return null;
  if (!(messageDigest instanceof asn1.OctetString) || !certificateHash) return null;
  if (!("toSchema" in certificate)) return null;
  return {
    certificate: Buffer.from(certificate.toSchema().toBER()),
    contentType: contentType.getValue(),
    messageDigest: Buffer.from(messageDigest.getValue()),
    signingCertificateHash: certificateHash,
    signedAttributes: Buffer.from(signer.signedAttrs.encodedValue),
    signature: Buffer.from(signer.signature.getValue()),
  };
}

function only(attributes: Attribute[], type: string): unknown {
  const found = attributes.filter((one) => one.type === type);
  return found.length === 1 && found[0]?.values.length === 1 ? found[0].values[0] : null;
}

/** SigningCertificateV2 → its one ESSCertIDv2 → certHash (RFC 5035, 4). */
function hashIn(value: unknown): Buffer | null {
  let inner = value;
  for (let depth = 0; depth < 3; depth++) {
    if (!(inner instanceof asn1.Sequence) || inner.valueBlock.value.length !== 1) return null;
    inner = inner.valueBlock.value[0];
  }
  return inner instanceof asn1.OctetString ? Buffer.from(inner.getValue()) : null;
}
