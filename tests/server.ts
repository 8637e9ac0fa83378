import { spawn, type ChildProcess } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { makeKeys } from "../scripts/digid-simulator/keys.ts";
import { startSimulator } from "../scripts/digid-simulator/start.ts";
import { bare } from "./child.ts";
import { fillDataDir } from "./template.ts";
import { demoWorld } from "./world.ts";

/** The production build running on its own port and data folder. */
export type RunningServer = {
  /** Address without a slash at the end; `localhost`, for which browsers take secure cookies without TLS. */
  url: string;
  port: number;
  dataDir: string;
  /** Number of the process. */
  pid: () => number;
  /** True when the process is gone. */
  ended: () => boolean;
  /** What the process wrote to both outputs. */
  output: () => string;
  /** Address of the DigiD simulator that belongs to it; empty without one. */
  digid: string;
  /** Ends the process as an administrator would and waits for it. */
  stop: () => Promise<void>;
  /** Pulls the plug (SIGKILL). */
  kill: () => Promise<void>;
  /** Starts it again on the same port and data. */
  start: () => Promise<void>;
  /** Stops it and removes the data folder. */
  remove: () => Promise<void>;
};

export type Wanted = {
  /** `empty`: migrated database without rows; `demo`: the invented world as `npm run demo` has it. */
  world?: "empty" | "demo";
  /** Where the clock stands, ISO. */
  at?: string;
  env?: Record<string, string>;
  /** With a DigiD simulator beside it. */
  digid?: boolean;
  /** A data folder that is there already, instead of a world. */
  dataDir?: string;
};

/** Starts `build/` (make it first: `npm run build`) and waits until it answers. */
export async function startServer({
  world = "empty",
  at,
  env = {},
  digid = false,
  dataDir: given,
}: Wanted = {}): Promise<RunningServer> {
  if (!existsSync("build/server/index.js")) throw new Error("There is no build: npm run build");
  const dataDir = given ?? mkdtempSync(path.join(tmpdir(), "zorgpoort-server-"));
  if (world === "demo") cpSync(await demoWorld(), dataDir, { recursive: true });
  if (!given) fillDataDir(dataDir, { at, database: world === "empty" });
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const simulator = digid ? await simulatorFor(dataDir, url) : undefined;
  // Whoever brings a mode of their own, or a world, says what a password costs there.
  const mode = env.MODE || given ? { MODE: "test" } : { MODE: "test", PASSWORD_COST: "low" };
  let child: ChildProcess | undefined;
  let output = "";

  async function start() {
    const started = spawn(process.execPath, ["scripts/serve.ts"], {
      env: { ...bare(), ...mode, PORT: String(port), DATA_DIR: dataDir, PUBLIC_URL: url, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    started.stdout.on("data", (part: Buffer) => (output += part.toString()));
    started.stderr.on("data", (part: Buffer) => (output += part.toString()));
    child = started;
    await answers(url, started, () => output);
  }
  const ended = () => !child || child.exitCode !== null || child.signalCode !== null;
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      if (ended()) return resolve();
      child?.once("exit", () => resolve());
      child?.kill(signal);
    });
  const stop = () => end("SIGTERM");
  const remove = async () => {
    await stop();
    await simulator?.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  await start();
  const pid = () => child?.pid ?? 0;
  return {
    url,
    port,
    dataDir,
    digid: simulator?.frontUrl ?? "",
    pid,
    ended,
    output: () => output,
    stop,
    kill: () => end("SIGKILL"),
    start,
    remove,
  };
}

/** A simulator with keys that are made once and copied. */
async function simulatorFor(dataDir: string, portalUrl: string) {
  const kept = path.resolve(".cache/digid-keys");
  if (!existsSync(kept)) {
    const making = `${kept}.${process.pid}`;
    await makeKeys(making);
    // Somebody else may have been first.
    if (existsSync(kept)) rmSync(making, { recursive: true });
    else renameSync(making, kept);
  }
  const folder = path.join(dataDir, "digid");
  cpSync(kept, folder, { recursive: true });
  return startSimulator({ folder, portalUrl });
}

async function answers(url: string, child: ChildProcess, output: () => string): Promise<void> {
  const until = Date.now() + 30_000;
  while (Date.now() < until) {
    if (child.exitCode !== null) throw new Error(`The server stopped at once:\n${output()}`);
    const alive = await fetch(`${url}/health/alive`).catch(() => undefined);
    if (alive?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  child.kill("SIGKILL");
  throw new Error(`The server does not answer:\n${output()}`);
}

/** A port that nobody has just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
