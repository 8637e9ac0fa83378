import { type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startServer } from "#tests/server.ts";
import { benchClientWorld, ENVIRONMENT } from "./client-world.ts";
import { byTurns, floor, target } from "./pages.ts";

const HOME = `/mijn/${ENVIRONMENT}`;
const PAGES = { home: HOME, appointments: `${HOME}/afspraken`, record: `${HOME}/zorgdossier` };

export type ClientBench = { page: string; ours: number; many: number; react: number | null };

/**
 * CPU per request in milliseconds of the pages of a client among 1,000 others, by turns with the same among 1,000,000,
 * and for the front page with React painting the same tree after the same reads and the same line in the log.
 * @returns medians over the rounds
 */
export async function benchClients(rounds = 7, many = 1_000_000): Promise<ClientBench[]> {
  const work = mkdtempSync(path.join(tmpdir(), "zorgpoort-clients-"));
  const children: ChildProcess[] = [];
  const folders = { few: path.join(work, "few"), many: path.join(work, "many") };
  const cookies = { few: await benchClientWorld(folders.few, 1000), many: await benchClientWorld(folders.many, many) };
  const servers = {
    few: await startServer({ dataDir: folders.few }),
    many: await startServer({ dataDir: folders.many }),
  };
  try {
    const results: ClientBench[] = [];
    for (const [page, address] of Object.entries(PAGES)) {
      const ours = target(servers.few, address, cookies.few);
      const file = path.join(work, `${page}.html`);
      writeFileSync(file, await (await fetch(ours.url, { headers: { cookie: ours.cookie } })).text());
      const both = { ours, many: target(servers.many, address, cookies.many) };
      if (address === HOME) {
        const react = await floor("react", file, address, folders.few, cookies.few, children);
        results.push({ page, ...(await byTurns({ ...both, react }, rounds)) });
      } else results.push({ page, react: null, ...(await byTurns(both, rounds)) });
    }
    return results;
  } finally {
    for (const child of children) child.kill();
    await Promise.all([servers.few.remove(), servers.many.remove()]);
    rmSync(work, { recursive: true, force: true });
  }
}
