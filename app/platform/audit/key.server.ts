import { createHash, createPrivateKey, createPublicKey, sign, verify } from "node:crypto";
import { config } from "#app/shared/config.server.ts";

const privateKey = () =>
  createPrivateKey({ key: Buffer.from(config.auditKey, "base64"), format: "der", type: "pkcs8" });

/** Names the key that signs seals: the start of the SHA-256 of its public half. */
export function auditKeyId(): string {
  const spki = createPublicKey(privateKey()).export({ format: "der", type: "spki" });
  return createHash("sha256").update(spki).digest("hex").slice(0, 16);
}

/** Signs the hash of a seal (Ed25519, RFC 8032). */
export function signSeal(hash: string): string {
  return sign(null, Buffer.from(hash), privateKey()).toString("base64url");
}

/** Tells whether the signature under a seal is ours. */
export function isOurSeal(hash: string, signature: string): boolean {
  return verify(null, Buffer.from(hash), createPublicKey(privateKey()), Buffer.from(signature, "base64url"));
}
