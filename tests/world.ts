import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { fingerprint } from "../scripts/run/fingerprint.ts";
import { bare } from "./child.ts";
import { fillDataDir } from "./template.ts";

/** Sources from which the seeded world follows. */
const SOURCES = ["app", "db", "scripts"];

const ours = { MODE: "test", PASSWORD_COST: "low", LOG_LEVEL: "error" } as const;
let made: Promise<string> | undefined;

/** A data folder filled by `npm run seed`, made once per state of the sources; copy it, never open it. */
export function demoWorld(): Promise<string> {
  return (made ??= make());
}

async function make(): Promise<string> {
  const folder = path.resolve(".cache", `world-${fingerprint(SOURCES)}`);
  if (existsSync(folder)) return folder;
  const building = `${folder}.${process.pid}`;
  mkdirSync(building, { recursive: true });
  fillDataDir(building);
  await fillWithDemo(building);
  for (const name of readdirSync(".cache")) {
    if (/^world-\w+$/.test(name)) rmSync(path.join(".cache", name), { recursive: true, force: true });
  }
  renameSync(building, folder);
  return folder;
}

/** Fills a data folder with an empty database by `npm run seed`. */
export function fillWithDemo(dataDir: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["scripts/seed.ts"], {
      env: { ...bare(), ...ours, DATA_DIR: dataDir },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (part: Buffer) => (output += part.toString()));
    child.stderr.on("data", (part: Buffer) => (output += part.toString()));
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`The seed failed:\n${output}`))));
  });
}
