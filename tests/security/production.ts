import { generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sealIdentity } from "#app/professionals/joining/authorization/seal/certificate.server.ts";

export const PUBLIC_HOST = "portaal.zorgpoort.nl";

const key = () => randomBytes(32).toString("base64");

/** Settings with which production starts; nothing in them leads anywhere. */
export async function productionSettings(): Promise<Record<string, string>> {
  const folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-keys-"));
  const { certificate, key: sealKey } = await sealIdentity();
  const files = { certificate: path.join(folder, "seal.pem"), key: path.join(folder, "seal.key") };
  writeFileSync(files.certificate, certificate.toString());
  writeFileSync(files.key, sealKey.export({ format: "pem", type: "pkcs8" }), { mode: 0o600 });
  const auditKey = generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" });
  return {
    MODE: "production",
    PUBLIC_URL: `https://${PUBLIC_HOST}`,
    SMTP_URL: "smtp://127.0.0.1:9",
    MAIL_FROM: "Zorgpoort <post@zorgpoort.nl>",
    MESSAGEBIRD_KEY: "live_0123456789",
    FIELD_KEYS: `k1:${key()}`,
    HASH_KEY: key(),
    AUDIT_KEY: auditKey.toString("base64"),
    SEAL_CERTIFICATE: files.certificate,
    SEAL_KEY: files.key,
    AGB_URL: "http://127.0.0.1:9",
    TRUST_PROXY: "loopback",
  };
}
