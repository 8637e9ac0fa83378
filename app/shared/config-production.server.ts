import { createPrivateKey, X509Certificate } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { digidFaults } from "./config-digid.server.ts";
import type { Environment } from "./environment.server.ts";
import { auditKeys, demoSecretsFile, fieldKeys } from "./config-secrets.server.ts";

type Test = (env: Environment) => string | undefined;

/** A random key of 32 bytes shows about 30 different bytes; what was typed or filled up shows few. */
const LEAST_DIFFERENT = 20;
const weak = (key: Buffer) => new Set(key).size < LEAST_DIFFERENT;
const invented = (host: string) => /(^|\.)(example|invalid|test|localhost)$/i.test(host) || host === "127.0.0.1";

const tests: Record<string, Test> = {
  PUBLIC_URL: ({ PUBLIC_URL: url }) =>
    !url ? "needed in production" : !url.startsWith("https:") ? "starts with https: in production" : undefined,
  SMTP_URL: ({ SMTP_URL: url }) => (url ? undefined : "needed in production, which keeps no mail for itself"),
  MAIL_FROM: ({ MAIL_FROM: from }) =>
    invented(/@([^\s>]+)>?$/.exec(from)?.[1] ?? "invalid")
      ? "an address of your own is needed in production"
      : undefined,
  MESSAGEBIRD_KEY: ({ MESSAGEBIRD_KEY: key }) =>
    !key ? "needed in production" : key.startsWith("test_") ? "a test key sends nothing" : undefined,
  FIELD_KEYS: ({ FIELD_KEYS: text }) => {
    if (!text) return "needed in production: k1: and the outcome of `openssl rand -base64 32`";
    const keys = fieldKeys(text);
    if (!keys) return "id:base64 of 32 bytes, ids different, separated by commas";
    return keys.some(({ key }) => weak(key)) ? "a key that can be guessed; use `openssl rand -base64 32`" : undefined;
  },
  HASH_KEY: ({ HASH_KEY: text, FIELD_KEYS: others }) => {
    if (!text) return "needed in production: the outcome of `openssl rand -base64 32`";
    if (!/^[A-Za-z0-9+/]{43}=$/.test(text)) return "32 random bytes in base64 (`openssl rand -base64 32`)";
    if (weak(Buffer.from(text, "base64"))) return "a key that can be guessed; use `openssl rand -base64 32`";
    return others?.includes(text) ? "another key than those of FIELD_KEYS" : undefined;
  },
  AUDIT_KEY: ({ AUDIT_KEY: text }) => {
    if (!text) return "needed in production: `openssl genpkey -algorithm ed25519 -outform der | base64 -w0`";
    return auditKeys(text)
      ? undefined
      : "not an Ed25519 private key (PKCS #8, base64), with any of before after it, separated by commas";
  },
  SEAL_CERTIFICATE: ({ SEAL_CERTIFICATE: file }) => (file ? unread(file) : "needed in production: a PEM file"),
  SEAL_KEY: ({ SEAL_KEY: file, SEAL_CERTIFICATE: certificate }) => {
    if (!file) return "needed in production: a PEM file";
    const fault = unread(file);
    if (fault || !certificate || unread(certificate)) return fault;
    return pair(certificate, file) ? undefined : "does not belong to SEAL_CERTIFICATE";
  },
};

/** What keeps production from starting: each setting that is missing, short, guessable or of a demo (ASVS 13.3.1). */
export function productionFaults(env: Environment, dataDir: string): string[] {
  const faults = Object.entries(tests).flatMap(([name, test]) => {
    const fault = test(env);
    return fault ? [`${name}: ${fault}`] : [];
  });
  faults.push(...digidFaults(env));
  if (existsSync(demoSecretsFile(dataDir))) faults.push("DATA_DIR: the data folder of a demo");
  return faults;
}

function unread(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").includes("-----BEGIN ") ? undefined : `${file} is not a PEM file`;
  } catch {
    return `${file} cannot be read`;
  }
}

function pair(certificate: string, key: string): boolean {
  try {
    return new X509Certificate(readFileSync(certificate)).checkPrivateKey(createPrivateKey(readFileSync(key)));
  } catch {
    return false;
  }
}
