import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { fillDataDir } from "./template.ts";

/** Sources from which the seeded world follows. */
const SOURCES = ["app", "db", "scripts"];

const fixed = { PATH: process.env.PATH, NODE_ENV: "production", MODE: "test", LOG_LEVEL: "error" } as const;

/** A data folder filled by `npm run seed`, made once per state of the sources; copy it, never open it. */
export async function demoWorld(): Promise<string> {
  const folder = path.resolve(".cache", `world-${fingerprint()}`);
  if (existsSync(folder)) return folder;
  const building = `${folder}.${process.pid}`;
  mkdirSync(building, { recursive: true });
  fillDataDir(building);
  await seed(building);
  for (const name of readdirSync(".cache")) {
    if (/^world-\w+$/.test(name)) rmSync(path.join(".cache", name), { recursive: true, force: true });
  }
  renameSync(building, folder);
  return folder;
}

function seed(dataDir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--import", "tsx", "scripts/seed.ts"], {
      env: { ...fixed, DATA_DIR: dataDir },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (part: Buffer) => (output += part.toString()));
    child.stderr.on("data", (part: Buffer) => (output += part.toString()));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`The seed failed:\n${output}`))));
  });
}

function fingerprint(): string {
  const hash = createHash("sha256");
  const walk = (place: string): void => {
    for (const entry of readdirSync(place, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(place, entry.name);
      if (entry.isDirectory()) walk(file);
      else if (!/\.test\.tsx?$/.test(entry.name)) hash.update(file).update(readFileSync(file));
    }
  };
  for (const source of SOURCES) walk(source);
  return hash.digest("hex").slice(0, 16);
}
