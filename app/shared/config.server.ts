import path from "node:path";
import { z } from "zod";
import { productionFaults } from "./config-production.server.ts";
import { givenSecrets, keptSecrets } from "./config-secrets.server.ts";

const web = /^https?$/;
const mail = /^smtps?$/;

const proxies = (text: string) =>
  text === "no" ||
  text.split(",").every((one) => /^(?:loopback|linklocal|uniquelocal|[\da-f.:]+(?:\/\d{1,3})?)$/.test(one.trim()));

const schema = z.object({
  MODE: z.enum(["demo", "test", "production"], "demo, test or production").default("demo"),
  /** Address to listen on: this machine only, unless the proxy stands elsewhere. */
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: z.coerce.number("a port, 0 to 65535").int("a whole number").min(0).max(65535).default(3000),
  DATA_DIR: z.string().min(1).default(".data"),
  /** Address under which people reach the portal; every link in a mail starts with it. */
  PUBLIC_URL: z
    .url({ protocol: web, error: "an address such as https://portaal.example" })
    .refine((url) => new URL(url).href === `${new URL(url).origin}/`, "an address without path, query or password")
    .optional(),
  SMTP_URL: z.url({ protocol: mail, error: "an address such as smtps://user:password@host:465" }).optional(),
  MAIL_FROM: z.string().min(3).default("Zorgpoort <no-reply@zorgpoort.example>"),
  MESSAGEBIRD_KEY: z.string().min(10, "at least 10 characters").optional(),
  /** Field keys, newest first: `id:base64`, separated by commas. */
  FIELD_KEYS: z.string().optional(),
  HASH_KEY: z.string().optional(),
  /** Ed25519 private key, PKCS #8 in base64 (openssl genpkey -algorithm ed25519 -outform der | base64). */
  AUDIT_KEY: z.string().optional(),
  SEAL_CERTIFICATE: z.string().optional(),
  SEAL_KEY: z.string().optional(),
  TRUST_PROXY: z.string().refine(proxies, "no, loopback, or addresses separated by commas").default("no"),
  AGB_URL: z.url({ protocol: web, error: "an address such as https://register.example" }).optional(),
  AGB_TOKEN: z.string().optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"], "silent, error, warn, info or debug").default("info"),
});

/** Settings as they stand in the environment, each right by itself. */
export type Environment = z.infer<typeof schema>;

/** Settings of the process, read once. Production refuses what only a demo may do without. */
function read() {
  // An empty value in a file of settings means that it is left out.
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw wrong(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const env = parsed.data;
  const dataDir = path.resolve(env.DATA_DIR);
  const production = env.MODE === "production";
  const faults = production ? productionFaults(env, dataDir) : [];
  if (faults.length > 0) throw wrong(faults);
  return {
    mode: env.MODE,
    host: env.HOST,
    port: env.PORT,
    dataDir,
    publicUrl: new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).origin,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    messagebirdKey: env.MESSAGEBIRD_KEY,
    trustProxy: env.TRUST_PROXY,
    agb: env.AGB_URL ? { url: env.AGB_URL, token: env.AGB_TOKEN ?? "" } : undefined,
    seal: { certificate: env.SEAL_CERTIFICATE, key: env.SEAL_KEY },
    logLevel: env.LOG_LEVEL,
    ...(production ? givenSecrets(env) : keptSecrets(dataDir)),
  };
}

const wrong = (faults: string[]) =>
  new Error(`The configuration is not right:\n${faults.map((fault) => `  ${fault}`).join("\n")}`);

let loaded: ReturnType<typeof read> | undefined;

/** The configuration; parsed at first use, then the same for the life of the process. */
export const config = new Proxy({} as ReturnType<typeof read>, {
  get: (_, name) => (loaded ??= read())[name as keyof ReturnType<typeof read>],
});

/** Reads the environment again at next use; for tests, which change their data folder. */
export function reloadConfig(): void {
  loaded = undefined;
}
