import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startServer, type RunningServer } from "#tests/server.ts";
import { median } from "./median.ts";
import { benchWorld } from "./world.ts";

export const PAGES = { overview: "/rapportages", indicator: "/rapportages/DM-201" };
const REQUESTS = 250;
const TICK_MS = 10;

export type Target = { url: string; cookie: string; pid: number };
export type PageBench = { page: string; ours: number; react: number; bare: number; large: number };

/**
 * CPU per request in milliseconds of two pages of the production build, by turns with floors that paint exactly the same
 * tree after the same reads: React, and template strings on a bare server; and the same page with 5,000 practices.
 * @returns medians over the rounds
 */
export async function benchPages(rounds = 7): Promise<PageBench[]> {
  const work = mkdtempSync(path.join(tmpdir(), "zorgpoort-pages-"));
  const children: ChildProcess[] = [];
  const small = path.join(work, "small");
  const large = path.join(work, "large");
  const cookies = { small: await benchWorld(small, 50), large: await benchWorld(large, 5000) };
  const servers = { small: await startServer({ dataDir: small }), large: await startServer({ dataDir: large }) };
  try {
    const results: PageBench[] = [];
    for (const [page, address] of Object.entries(PAGES)) {
      const ours = target(servers.small, address, cookies.small);
      const body = await (await fetch(ours.url, { headers: { cookie: ours.cookie } })).text();
      const file = path.join(work, `${page}.html`);
      writeFileSync(file, body);
      const targets = {
        ours,
        large: target(servers.large, address, cookies.large),
        react: await floor("react", file, address, small, cookies.small, children),
        bare: await floor("bare", file, address, small, cookies.small, children),
      };
      results.push({ page, ...(await byTurns(targets, rounds)) });
    }
    return results;
  } finally {
    for (const child of children) child.kill();
    await Promise.all([servers.small.remove(), servers.large.remove()]);
    rmSync(work, { recursive: true, force: true });
  }
}

export const target = (server: RunningServer, address: string, cookie: string): Target => ({
  url: `${server.url}${address}`,
  cookie,
  pid: server.pid(),
});

/** Starts a floor beside the same data folder. */
export function floor(
  kind: string,
  file: string,
  address: string,
  dataDir: string,
  cookie: string,
  children: ChildProcess[],
) {
  const child = spawn(process.execPath, ["--import", "tsx", "tests/bench/floor.ts", kind, file, address], {
    env: { PATH: process.env.PATH, NODE_ENV: "production", MODE: "test", DATA_DIR: dataDir },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  return new Promise<Target>((resolve, reject) => {
    child.once("exit", () => reject(new Error("a floor did not start")));
    child.stdout.once("data", (line: Buffer) => {
      const port = /port (\d+)/.exec(line.toString())?.[1] ?? "";
      resolve({ url: `http://127.0.0.1:${port}/`, cookie, pid: child.pid ?? 0 });
    });
  });
}

/** CPU per request of each target in milliseconds, by turns, to and fro, after some rounds that do not count; medians. */
export async function byTurns<T extends string>(
  targets: Record<T, Target>,
  rounds: number,
  warmUp = 1,
): Promise<Record<T, number>> {
  const names = Object.keys(targets) as T[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<T, number[]>;
  for (let round = -warmUp; round < rounds; round++) {
    for (const name of round % 2 ? names : names.toReversed()) {
      const spent = await cpuOf(targets[name]);
      if (round >= 0) times[name].push(spent);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<T, number>;
}

async function cpuOf({ url, cookie, pid }: Target): Promise<number> {
  const before = ticks(pid);
  for (let i = 0; i < REQUESTS; i++) {
    const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
    if (answer.status !== 200) throw new Error(`${url} answers ${answer.status}`);
    await answer.arrayBuffer();
  }
  return ((ticks(pid) - before) * TICK_MS) / REQUESTS;
}

/** User and system time of a process so far, in clock ticks (proc(5), fields 14 and 15). */
function ticks(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return Number(fields[11]) + Number(fields[12]);
}
