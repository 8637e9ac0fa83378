import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { config } from "#app/shared/config.server.ts";
import { migrateFile } from "#db/migrate.server.ts";
import { startSimulator } from "./digid-simulator/start.ts";
import { build, built } from "./run/build.ts";
import { shown } from "./run/shown.ts";

/** `npm run demo`: build where needed, database, invented world where empty, and the server. */
const BUDGET_S = 180;
const started = Number(process.env.BOOTSTRAP_STARTED ?? Date.now());
const seconds = () => Math.round((Date.now() - started) / 1000);

async function step(name: string, work: () => Promise<boolean> | boolean): Promise<void> {
  const from = Date.now();
  if (!(await work())) {
    console.error(`${name}: failed`);
    process.exit(1);
  }
  console.log(`${name}: ${((Date.now() - from) / 1000).toFixed(1)} s`);
}

/** Whether a question to the database has no answer. */
function none(file: string, question: string): boolean {
  const connection = new Database(file, { readonly: true });
  const filled = connection.prepare(question).get();
  connection.close();
  return filled === undefined;
}

type Account = {
  role: string;
  name: string;
  email: string;
  password: string;
  factor: string;
  practice: string | null;
  secret?: string;
};

async function tell(url: string): Promise<void> {
  const accounts = await fetch(`${url}/dev/accounts.json`)
    .then((answer) => (answer.ok ? (answer.json() as Promise<Account[]>) : []))
    .catch(() => []);
  console.log(`\nZorgpoort is open at ${url} (${seconds()} s of the ${BUDGET_S} s a first start may take).`);
  console.log(`Clients sign in at ${url}/mijn, with a simulator of DigiD: no real one, and test persons only.`);
  console.log(`Mail and text messages, codes among them: ${url}/dev/inbox.json\n`);
  for (const { role, name, email, password, factor, practice, secret } of accounts) {
    console.log(
      `  ${role}: ${name}${practice ? `, ${practice}` : ""}\n    ${email}  ${password}  (code by ${factor}${secret ? `, secret ${secret}` : ""})`,
    );
  }
}

process.env.MODE ??= "demo";
process.env.NODE_ENV ??= "production";
process.env.LOG_LEVEL ??= "warn";
await import("./configured.ts");
const database = path.join(config.dataDir, "zorgpoort.db");
// A world that was broken off half made holds nothing of anybody's, and is made anew.
const unfinished = path.join(config.dataDir, "invented-world-unfinished");
if (existsSync(unfinished)) rmSync(config.dataDir, { recursive: true });
mkdirSync(config.dataDir, { recursive: true });
if (!built()) await step("Build", build);
await step("Database", () => {
  try {
    migrateFile(database);
    return true;
  } catch (error) {
    console.error(`${config.dataDir}: ${(error as Error).message}. Its people are invented: remove the folder.`);
    return false;
  }
});
if (none(database, "select 1 from accounts limit 1")) {
  writeFileSync(unfinished, "");
  await step("Invented world", () => shown(["scripts/seed.ts"]));
  rmSync(unfinished);
}
// A world of before the settings stood in the database.
if (none(database, "select 1 from settings where kind = 'operator'"))
  await step("Settings", () => shown(["scripts/settings.ts", "import", "scripts/data/settings.json"]));

const simulator = await startSimulator({
  folder: path.join(config.dataDir, "digid"),
  portalUrl: config.publicUrl,
  front: config.port + 1,
  back: config.port + 2,
});
process.once("exit", () => void simulator.close());
await import("./serve.ts");
const url = `http://localhost:${config.port}`;
for (let tries = 0; tries < 200; tries++) {
  const alive = await fetch(`${url}/health/alive`).catch(() => undefined);
  if (alive?.ok) break;
  await new Promise((resolve) => setTimeout(resolve, 50));
}
await tell(url);
