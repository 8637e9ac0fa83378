import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const secret = z.string().regex(/^[A-Za-z0-9+/]{43}=$/, "32 random bytes in base64 (openssl rand -base64 32)");

const schema = z.object({
  MODE: z.enum(["demo", "test", "production"]).default("demo"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default(".data"),
  /** Address under which people reach the portal; every link in a mail starts with it. */
  PUBLIC_URL: z.url().optional(),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default("Zorgpoort <no-reply@zorgpoort.example>"),
  MESSAGEBIRD_KEY: z.string().min(10).optional(),
  /** Field keys, newest first: `id:base64`, separated by commas. */
  FIELD_KEYS: z.string().optional(),
  HASH_KEY: secret.optional(),
  AUDIT_KEY: z.string().optional(),
  SEAL_CERTIFICATE: z.string().optional(),
  SEAL_KEY: z.string().optional(),
  TRUST_PROXY: z.string().default("no"),
  AGB_URL: z.url().optional(),
  AGB_TOKEN: z.string().optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info"),
});

export type Mode = "demo" | "test" | "production";

/** Settings of the process, read once. Production refuses what only a demo may do without. */
function read() {
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
    throw new Error(`The configuration is not right:\n${lines.join("\n")}`);
  }
  const env = parsed.data;
  const dataDir = path.resolve(env.DATA_DIR);
  const secrets = env.MODE === "production" ? given(env) : kept(dataDir);
  return {
    mode: env.MODE,
    port: env.PORT,
    dataDir,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/$/, ""),
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    messagebirdKey: env.MESSAGEBIRD_KEY,
    trustProxy: env.TRUST_PROXY,
    agb: env.AGB_URL ? { url: env.AGB_URL, token: env.AGB_TOKEN ?? "" } : undefined,
    seal: { certificate: env.SEAL_CERTIFICATE, key: env.SEAL_KEY },
    logLevel: env.LOG_LEVEL,
    ...secrets,
  };
}

/** `auditKey`: Ed25519 private key, PKCS #8 in base64 (openssl genpkey -algorithm ed25519 -outform der | base64). */
type Secrets = { fieldKeys: { id: string; key: Buffer }[]; hashKey: Buffer; auditKey: string };

function given(env: z.infer<typeof schema>): Secrets {
  if (!env.FIELD_KEYS || !env.HASH_KEY || !env.AUDIT_KEY) {
    throw new Error("The configuration is not right:\n  FIELD_KEYS, HASH_KEY and AUDIT_KEY are needed in production");
  }
  return {
    fieldKeys: fieldKeys(env.FIELD_KEYS),
    hashKey: Buffer.from(env.HASH_KEY, "base64"),
    auditKey: env.AUDIT_KEY,
  };
}

function fieldKeys(text: string) {
  return text.split(",").map((part) => {
    const [id = "", value = ""] = part.trim().split(":");
    const key = Buffer.from(value, "base64");
    if (!/^[a-z0-9]{1,8}$/.test(id) || key.length !== 32)
      throw new Error("The configuration is not right:\n  FIELD_KEYS: id:base64 of 32 bytes, separated by commas");
    return { id, key };
  });
}

/** A demo makes its own secrets on first start and keeps them with its data. */
function kept(dataDir: string): Secrets {
  const file = path.join(dataDir, "secrets.json");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    const auditKey = generateKeyPairSync("ed25519").privateKey.export({ format: "der", type: "pkcs8" });
    const made = {
      fieldKeys: `d1:${randomBytes(32).toString("base64")}`,
      hashKey: randomBytes(32).toString("base64"),
      auditKey: auditKey.toString("base64"),
    };
    writeFileSync(file, JSON.stringify(made), { mode: 0o600, flag: "wx" });
  }
  const read = JSON.parse(readFileSync(file, "utf8")) as { fieldKeys: string; hashKey: string; auditKey: string };
  return {
    fieldKeys: fieldKeys(read.fieldKeys),
    hashKey: Buffer.from(read.hashKey, "base64"),
    auditKey: read.auditKey,
  };
}

let loaded: ReturnType<typeof read> | undefined;

/** The configuration; parsed at first use, then the same for the life of the process. */
export const config = new Proxy({} as ReturnType<typeof read>, {
  get: (_, name) => (loaded ??= read())[name as keyof ReturnType<typeof read>],
});

/** Reads the environment again at next use; for tests, which change their data folder. */
export function reloadConfig(): void {
  loaded = undefined;
}
