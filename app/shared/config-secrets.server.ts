import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Environment } from "./environment.server.ts";

export type Secrets = { fieldKeys: { id: string; key: Buffer }[]; hashKey: Buffer; auditKey: string };

/** `id:base64, …` as keys, or null when it is not that. */
export function fieldKeys(text: string): Secrets["fieldKeys"] | null {
  const keys = text.split(",").map((part) => {
    const [id = "", value = ""] = part.trim().split(":");
    return { id, key: Buffer.from(value, "base64") };
  });
  const right = keys.every(({ id, key }) => /^[a-z0-9]{1,8}$/.test(id) && key.length === 32);
  return right && new Set(keys.map(({ id }) => id)).size === keys.length ? keys : null;
}

/** Secrets of production, found right before by `productionFaults`. */
export function givenSecrets(env: Environment): Secrets {
  return {
    fieldKeys: fieldKeys(env.FIELD_KEYS ?? "") ?? [],
    hashKey: Buffer.from(env.HASH_KEY ?? "", "base64"),
    auditKey: env.AUDIT_KEY ?? "",
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
    auditKey: kept.auditKey,
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
