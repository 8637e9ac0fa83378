import { sign, verify } from "node:crypto";
import { config } from "#app/shared/config.server.ts";

/** The key that signs new seals: the newest. */
function newest() {
  const [key] = config.auditKeys;
  if (!key?.privateKey) throw new Error("no key to seal the log with");
  return { id: key.id, privateKey: key.privateKey };
}

/** Names the key that signs seals: the start of the SHA-256 of its public half. */
export const auditKeyId = (): string => newest().id;

/** Signs the hash of a seal (Ed25519, RFC 8032). */
export const signSeal = (hash: string): string =>
  sign(null, Buffer.from(hash), newest().privateKey).toString("base64url");

/** Tells whether the signature under a seal is of the key it names, and that key one of ours, of today or before. */
export function isOurSeal(seal: { hash: string; signature: string; keyId: string }): boolean {
  const key = config.auditKeys.find(({ id }) => id === seal.keyId);
  if (!key) return false;
  return verify(null, Buffer.from(seal.hash), key.publicKey, Buffer.from(seal.signature, "base64url"));
}

/** The public halves of all keys that ever sealed, newest first (SPKI, base64): whoever has them can check the log. */
export function publicAuditKeys(): { id: string; algorithm: "Ed25519"; publicKey: string }[] {
  return config.auditKeys.map(({ id, publicKey }) => ({
    ...{ id, algorithm: "Ed25519" as const },
    publicKey: publicKey.export({ format: "der", type: "spki" }).toString("base64"),
  }));
}
