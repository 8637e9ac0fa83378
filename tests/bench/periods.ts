import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startServer } from "#tests/server.ts";
import { byTurns, PAGES, target } from "./pages.ts";
import { benchWorld } from "./world.ts";

export type PeriodBench = { page: string; many: number; few: number };

/** CPU per request of the report pages with 20 quarters published, by turns with 2. @returns medians in milliseconds */
export async function benchPeriods(rounds = 7): Promise<PeriodBench[]> {
  const work = mkdtempSync(path.join(tmpdir(), "zorgpoort-periods-"));
  const [many, few] = [path.join(work, "many"), path.join(work, "few")];
  const cookies = { many: await benchWorld(many, 50, 20), few: await benchWorld(few, 50, 2) };
  const servers = { many: await startServer({ dataDir: many }), few: await startServer({ dataDir: few }) };
  try {
    const results: PeriodBench[] = [];
    for (const [page, address] of Object.entries(PAGES)) {
      const targets = {
        many: target(servers.many, address, cookies.many),
        few: target(servers.few, address, cookies.few),
      };
      results.push({ page, ...(await byTurns(targets, rounds)) });
    }
    return results;
  } finally {
    await Promise.all([servers.many.remove(), servers.few.remove()]);
    rmSync(work, { recursive: true, force: true });
  }
}
