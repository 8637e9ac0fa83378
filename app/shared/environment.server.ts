import { z } from "zod";

const web = /^https?$/;
const mail = /^smtps?$/;

const proxies = (text: string) =>
  text === "no" ||
  text.split(",").every((one) => /^(?:loopback|linklocal|uniquelocal|[\da-f.:]+(?:\/\d{1,3})?)$/.test(one.trim()));

/** What may stand in the environment; each fault in words that follow the name of the setting. */
export const environment = z.object({
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
  AUDIT_HEADS: z.string().optional(),
  SEAL_CERTIFICATE: z.string().optional(),
  SEAL_KEY: z.string().optional(),
  /** `low` makes hashes of passwords for next to nothing; only tests may. */
  PASSWORD_COST: z.enum(["full", "low"], "full or low").default("full"),
  /** `twice` runs each transaction, undoes it and runs it again, as another database may; only tests may. */
  TRANSACTIONS: z.enum(["once", "twice"], "once or twice").default("once"),
  TRUST_PROXY: z.string().refine(proxies, "no, loopback, or addresses separated by commas").default("no"),
  /** Connection with DigiD: its metadata, our certificate and key, and the authority of its TLS certificate; PEM and XML files. */
  DIGID_METADATA: z.string().optional(),
  DIGID_CERTIFICATE: z.string().optional(),
  DIGID_KEY: z.string().optional(),
  DIGID_CA: z.string().optional(),
  DIGID_BINDING: z.enum(["post", "redirect"], "post or redirect").default("post"),
  /** Hosts of their own for client environments: `getij=client.getij.example`, separated by commas. */
  ENVIRONMENT_HOSTS: z
    .string()
    .regex(/^[a-z-]+=[a-z\d][a-z\d.-]*(:\d+)?(,[a-z-]+=[a-z\d][a-z\d.-]*(:\d+)?)*$/, "name=host, separated by commas")
    .optional(),
  AGB_URL: z.url({ protocol: web, error: "an address such as https://register.example" }).optional(),
  AGB_TOKEN: z.string().optional(),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"], "silent, error, warn, info or debug").default("info"),
});

/** Settings as they stand in the environment, each right by itself. */
export type Environment = z.infer<typeof environment>;
