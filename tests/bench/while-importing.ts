import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startServer } from "#tests/server.ts";
import { writeDemoDelivery } from "../../scripts/demo-figures.ts";
import { median } from "./median.ts";
import { PAGES, target } from "./pages.ts";
import { benchWorld } from "./world.ts";

/** A page is asked for so often; far below what the server can do, as a practice or two would. */
const EVERY_MS = 20;
const IDLE_REQUESTS = 100;

export type WhileImporting = { busy: number; idle: number };

/**
 * p95 of the indicator page while a national quarter is imported by the command, in a process of its own beside the
 * server, and while nothing happens; by turns. @returns medians of the p95s in milliseconds
 */
export async function benchWhileImporting(rounds = 7): Promise<WhileImporting> {
  const work = mkdtempSync(path.join(tmpdir(), "zorgpoort-importing-"));
  const dataDir = path.join(work, "data");
  const cookie = await benchWorld(dataDir, 500, 2);
  const options = { practices: 5000, periods: rounds, lastPeriod: "2024-Q4", seed: 5, realPractices: [] };
  const deliveries = writeDemoDelivery(path.join(work, "in"), options);
  const server = await startServer({ dataDir });
  try {
    const page = target(server, PAGES.indicator, cookie);
    const ask = async () => {
      const start = performance.now();
      const answer = await fetch(page.url, { headers: { cookie: page.cookie } });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${page.url} answers ${answer.status}`);
      return performance.now() - start;
    };
    const times: WhileImporting[] = [];
    for (const delivery of deliveries) {
      const idle: number[] = [];
      for (let i = 0; i < IDLE_REQUESTS; i++) idle.push(await paced(ask));
      const command = spawn(process.execPath, ["scripts/import-reports.ts", delivery], {
        env: { PATH: process.env.PATH, MODE: "test", NODE_ENV: "production", DATA_DIR: dataDir },
        stdio: "ignore",
      });
      const ended = once(command, "exit");
      const busy: number[] = [];
      while (command.exitCode === null) busy.push(await paced(ask));
      const [code] = (await ended) as [number | null];
      if (code !== 0) throw new Error(`the import ended with ${code}`);
      times.push({ busy: p95(busy), idle: p95(idle) });
    }
    return { busy: median(times.map((one) => one.busy)), idle: median(times.map((one) => one.idle)) };
  } finally {
    await server.remove();
    rmSync(work, { recursive: true, force: true });
  }
}

/** One request, and what is left of its turn. */
async function paced(ask: () => Promise<number>): Promise<number> {
  const took = await ask();
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, EVERY_MS - took)));
  return took;
}

const p95 = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.95)] ?? 0;
