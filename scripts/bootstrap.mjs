/**
 * Behind every `npm run` command: installs the packages when they are missing or another lockfile came in, and runs the
 * command on Node 24. Uses no package and runs on any Node from 18, so that a fresh clone needs one command.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const started = Date.now();
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const script = (name) => [`scripts/${name}.ts`];
const remix = (command) => ["node_modules/@remix-run/dev/dist/cli.js", command];

/** Name of the command → arguments for Node. `runtime` commands work without the packages for building and testing. */
const commands = {
  demo: { run: script("demo") },
  test: { run: script("test") },
  pictures: { run: script("pictures") },
  check: { run: script("check") },
  dev: { run: remix("vite:dev") },
  build: { run: remix("vite:build") },
  bench: { run: ["--import", "tsx", "tests/bench/main.ts"] },
  walk: { run: ["tests/walk/main.ts"] },
  broken: { run: ["tests/broken/main.ts"] },
  "db:generate": { run: ["node_modules/drizzle-kit/bin.cjs", "generate"] },
  "db:freeze": { run: script("freeze") },
  retention: { run: script("retention") },
  seed: { run: script("seed") },
  migrate: { run: script("migrate"), runtime: true },
  operator: { run: script("operator"), runtime: true },
  settings: { run: script("settings"), runtime: true },
  serve: { run: script("serve"), runtime: true },
  "import:agb": { run: script("import-agb"), runtime: true },
  "import:records": { run: script("import-records"), runtime: true },
  "import:reports": { run: script("import-reports"), runtime: true },
  backup: { run: script("backup"), runtime: true },
  restore: { run: script("restore"), runtime: true },
  "audit:verify": { run: script("verify-audit"), runtime: true },
  "verify:seal": { run: script("verify-seal"), runtime: true },
};

const stop = (line) => process.exit(console.error(line) ?? 1);

/** npm writes its own copy of the lockfile last of all: a tree that differs from it, or lacks it, was not finished. */
function installed(runtime) {
  const tree = path.join("node_modules", ".package-lock.json");
  if (!existsSync(tree)) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const present = JSON.parse(readFileSync(tree, "utf8")).packages;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "") return true;
    if (!present[place]) return entry.optional || entry.devOptional || entry.peer || (runtime && entry.dev);
    return present[place].version === entry.version && present[place].integrity === entry.integrity;
  });
}

function alive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Runs `work` while no other bootstrap in this folder does. */
async function alone(work) {
  const lock = path.join(".cache", "installing");
  mkdirSync(".cache", { recursive: true });
  for (let told = false; ; await pause(500)) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = existsSync(lock) ? Number(readFileSync(lock, "utf8")) : 0;
    if (holder > 0 && !alive(holder)) unlinkSync(lock);
    else if (!told) told = console.log("Another command is installing the packages; waiting for it.") ?? true;
  }
  try {
    return await work();
  } finally {
    unlinkSync(lock);
  }
}

function npmInstall() {
  const given = process.env.npm_execpath ?? "";
  const options = ["ci", "--ignore-scripts", "--include=dev", "--include=optional"];
  const quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--progress=false"];
  const own = /npm-cli\.c?js$/.test(given);
  const [file, args] = own ? [process.execPath, [given, ...options, ...quiet]] : ["npm", [...options, ...quiet]];
  return new Promise((resolve) => {
    const child = spawn(file, args, { stdio: ["ignore", "pipe", "pipe"], shell: !own && process.platform === "win32" });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (part) => (output += part));
    child.on("error", (error) => resolve({ code: 1, output: error.message }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

async function install(runtime) {
  if (installed(runtime)) return;
  // A shared folder belongs to somebody else: replacing it would pull it from under their feet.
  if (lstatSync("node_modules", { throwIfNoEntry: false })?.isSymbolicLink()) return;
  await alone(async () => {
    if (installed(runtime)) return;
    const from = Date.now();
    process.stdout.write("Installing the packages (npm ci, about a minute) ... ");
    const { code, output } = await npmInstall();
    if (code !== 0) stop(`failed:\n${output.trim().split("\n").slice(-20).join("\n")}`);
    console.log(`done in ${((Date.now() - from) / 1000).toFixed(0)} s.`);
  });
}

/** The Node that came with the packages, same binary everywhere; else the running one if it is new enough. */
function node24() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const name = platform === "win" ? "node.exe" : "node";
  const file = path.resolve("node_modules", `node-${platform}-${process.arch}`, "bin", name);
  if (existsSync(file) && spawnSync(file, ["--version"]).status === 0) return file;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  return stop(`Node 24 or newer is needed here; this is ${process.versions.node}. See https://nodejs.org.`);
}

function run(node, args) {
  const places = [path.dirname(node), path.resolve("node_modules", ".bin"), process.env.PATH ?? ""];
  const env = { ...process.env, PATH: places.join(path.delimiter), BOOTSTRAP_STARTED: String(started) };
  const child = spawn(node, args, { stdio: "inherit", env });
  // In a terminal the keys Ctrl and C reach the child by themselves; sent on, it would be told twice.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
  child.on("error", (error) => stop(error.message));
  child.on("exit", (code, signal) => {
    if (signal) for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.removeAllListeners(name);
    if (signal) process.kill(process.pid, signal);
    else process.exit(code ?? 1);
  });
}

process.chdir(root);
const [name, ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name ?? "") ? commands[name] : undefined;
if (!command) stop(`Commands: ${Object.keys(commands).join(", ")}`);
await install(command.runtime ?? false);
run(node24(), [...command.run, ...args]);
