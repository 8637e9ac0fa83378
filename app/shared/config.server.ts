import { existsSync } from "node:fs";
import path from "node:path";
import { productionFaults } from "./config-production.server.ts";
import { givenSecrets, keptSecrets } from "./config-secrets.server.ts";
import { environment, type Environment } from "./environment.server.ts";

/** Settings of the process, read once. Production refuses what only a demo may do without. */
function read() {
  // An empty value in a file of settings means that it is left out.
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ""));
  const parsed = environment.safeParse(given);
  if (!parsed.success) throw wrong(parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`));
  const env = parsed.data;
  const dataDir = path.resolve(env.DATA_DIR);
  const production = env.MODE === "production";
  const faults = production ? productionFaults(env, dataDir) : [];
  if (env.PASSWORD_COST !== "full" && env.MODE !== "test") faults.push("PASSWORD_COST: low is for MODE=test alone");
  if (env.TRANSACTIONS !== "once" && env.MODE !== "test") faults.push("TRANSACTIONS: twice is for MODE=test alone");
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
    digid: digidOf(env, dataDir),
    environmentHosts: hostsOf(env.ENVIRONMENT_HOSTS),
    agb: env.AGB_URL ? { url: env.AGB_URL, token: env.AGB_TOKEN ?? "" } : undefined,
    auditHeads: path.resolve(env.AUDIT_HEADS ?? path.join(dataDir, "log-heads.jsonl")),
    seal: { certificate: env.SEAL_CERTIFICATE, key: env.SEAL_KEY },
    passwordCost: env.PASSWORD_COST,
    transactions: env.TRANSACTIONS,
    logLevel: env.LOG_LEVEL,
    ...(production ? givenSecrets(env) : keptSecrets(dataDir)),
  };
}

/** Files of the connection with DigiD; in a demo those of the simulator, when it has put them there. */
function digidOf(env: Environment, dataDir: string) {
  const of = (name: string) => path.join(dataDir, "digid", name);
  const { DIGID_METADATA: metadata, DIGID_CERTIFICATE: certificate, DIGID_KEY: key, DIGID_CA: authority } = env;
  const binding = env.DIGID_BINDING;
  if (metadata && certificate && key && authority) return { metadata, certificate, key, authority, binding };
  if (env.MODE === "production" || !existsSync(of("idp-metadata.xml"))) return undefined;
  const simulated = {
    metadata: of("idp-metadata.xml"),
    certificate: of("sp.crt"),
    key: of("sp.key"),
    authority: of("ca.crt"),
  };
  return { ...simulated, binding };
}

/** Environment → host of its own. */
const hostsOf = (text: string | undefined): ReadonlyMap<string, string> =>
  new Map(text?.split(",").map((pair) => pair.split("=", 2) as [string, string]) ?? []);

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
