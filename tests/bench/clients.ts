import { type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startServer } from "#tests/server.ts";
import { benchClientWorld, ENVIRONMENT } from "./client-world.ts";
import { median } from "./median.ts";
import { byTurns, floor, target } from "./pages.ts";

const HOME = `/mijn/${ENVIRONMENT}`;
const PAGES = { home: HOME, appointments: `${HOME}/afspraken`, record: `${HOME}/zorgdossier` };

export type ClientBench = { page: string; ours: number; many: number; react: number | null };

/**
 * CPU per request in milliseconds of the pages of a client among 1,000 others, by turns with the same among 1,000,000,
 * and for the front page with React painting the same tree after the same reads and the same line in the log. The
 * servers start anew some times: what one process compiles well by luck would otherwise weigh on every round.
 * @returns medians over the starts of the medians of their rounds
 */
export async function benchClients(starts = 3, many = 1_000_000): Promise<ClientBench[]> {
  const work = mkdtempSync(path.join(tmpdir(), "zorgpoort-clients-"));
  const folders = { few: path.join(work, "few"), many: path.join(work, "many") };
  const cookies = { few: await benchClientWorld(folders.few, 1000), many: await benchClientWorld(folders.many, many) };
  const times = new Map<string, Record<string, number>[]>();
  try {
    for (let start = 0; start < starts; start++) await startOf(work, folders, cookies, times);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return [...times].map(([page, all]) => {
    const middle = (name: string) => median(all.map((one) => one[name] ?? Number.NaN));
    return { page, ours: middle("ours"), many: middle("many"), react: page === "home" ? middle("react") : null };
  });
}

type Both = { few: string; many: string };

/** Counted rounds of a start, and rounds before them in which the servers compile what they run most. */
const [ROUNDS, WARM_UP] = [3, 3];

async function startOf(work: string, folders: Both, cookies: Both, times: Map<string, Record<string, number>[]>) {
  const children: ChildProcess[] = [];
  const few = await startServer({ dataDir: folders.few });
  const many = await startServer({ dataDir: folders.many });
  try {
    for (const [page, address] of Object.entries(PAGES)) {
      const ours = target(few, address, cookies.few);
      const both = { ours, many: target(many, address, cookies.many) };
      const file = path.join(work, `${page}.html`);
      writeFileSync(file, await (await fetch(ours.url, { headers: { cookie: ours.cookie } })).text());
      const turns =
        page === "home"
          ? { ...both, react: await floor("react", file, address, folders.few, cookies.few, children) }
          : both;
      const spent = await byTurns<string>(turns, ROUNDS, WARM_UP);
      times.set(page, [...(times.get(page) ?? []), spent]);
    }
  } finally {
    for (const child of children) child.kill();
    await Promise.all([few.stop(), many.stop()]);
  }
}
