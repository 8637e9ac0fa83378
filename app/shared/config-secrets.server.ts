import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
} from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Environment } from "./environment.server.ts";

/** A key that seals the log, or only its public half for one that did so before. */
export type AuditKey = { id: string; publicKey: KeyObject; privateKey: KeyObject | null };
export type Secrets = { fieldKeys: { id: string; key: Buffer }[]; hashKey: Buffer; auditKeys: AuditKey[] };

/** `id:base64, …` as keys, or null when it is not that. */
export function fieldKeys(text: string): Secrets["fieldKeys"] | null {
  const keys = text.split(",").map((part) => {
    const [id = "", value = ""] = part.trim().split(":");
    return { id, key: Buffer.from(value, "base64") };
  });
  const right = keys.every(({ id, key }) => /^[a-z0-9]{1,8}$/.test(id) && key.length === 32);
  return right && new Set(keys.map(({ id }) => id)).size === keys.length ? keys : null;
}

/**
 * Keys that seal the log, newest first, separated by commas: the newest as private key (PKCS #8, base64), those of before
 * so too or as public key (SPKI). Each is named for its public half, so that a seal finds its key. Null when it is not that.
 */
export function auditKeys(text: string): AuditKey[] | null {
  const keys = text.split(",").map((part, at) => auditKey(Buffer.from(part.trim(), "base64"), at === 0));
  const found = keys.flatMap((key) => key ?? []);
  return found.length === keys.length && new Set(found.map(({ id }) => id)).size === keys.length ? found : null;
}

function auditKey(key: Buffer, signs: boolean): AuditKey | null {
  const read = <T>(work: () => T) => {
    try {
      return work();
    } catch {
      return null;
    }
  };
  const privateKey = read(() => createPrivateKey({ key, format: "der", type: "pkcs8" }));
  const publicKey = read(() => createPublicKey(privateKey ?? { key, format: "der", type: "spki" }));
  if (publicKey?.asymmetricKeyType !== "ed25519" || (signs && !privateKey)) return null;
  const spki = publicKey.export({ format: "der", type: "spki" });
  return { id: createHash("sha256").update(spki).digest("hex").slice(0, 16), publicKey, privateKey };
}

/** Secrets of production, found right before by `productionFaults`. */
export function givenSecrets(env: Environment): Secrets {
  return {
    fieldKeys: fieldKeys(env.FIELD_KEYS ?? "") ?? [],
    hashKey: Buffer.from(env.HASH_KEY ?? "", "base64"),
    auditKeys: auditKeys(env.AUDIT_KEY ?? "") ?? [],
  };
}

/** Where a demo or test keeps the secrets it made. */
export const demoSecretsFile = (dataDir: string) => path.join(dataDir, "secrets.json");

/** A demo or test makes its own secrets on first start and keeps them with its data. */
export function keptSecrets(dataDir: string): Secrets {
  const file = demoSecretsFile(dataDir);
  if (!existsSync(file)) make(file);
  const kept = JSON.parse(readFileSync(file, "utf8")) as { fieldKeys: string; hashKey: string; auditKey: string };
  return {
    fieldKeys: fieldKeys(kept.fieldKeys) ?? [],
    hashKey: Buffer.from(kept.hashKey, "base64"),
    auditKeys: auditKeys(kept.auditKey) ?? [],
  };
}

function make(file: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const auditKey = generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" });
  const made = {
    fieldKeys: `d1:${randomBytes(32).toString("base64")}`,
    hashKey: randomBytes(32).toString("base64"),
    auditKey: auditKey.toString("base64"),
  };
  const fresh = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(fresh, JSON.stringify(made), { mode: 0o600 });
  try {
    // Of two processes that start together one wins; a link never replaces.
    linkSync(fresh, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(fresh);
  }
}
