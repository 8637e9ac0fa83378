import { spawnSync } from "node:child_process";
import { createReadStream, createWriteStream, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { indicators } from "#app/reports/definitions/catalogue.ts";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { closeDatabase } from "#db/client.server.ts";
import { migrateFile } from "#db/migrate.server.ts";
import { writeDemoDelivery } from "../../scripts/demo-figures.ts";

const COLUMNS =
  "numerator integer not null, denominator integer not null, expected real, primary key (practice, indicator)";
const DELIVERED = `practice text not null, indicator text not null, period text not null, ${COLUMNS}`;
const DENSE = `practice integer not null, indicator integer not null, ${COLUMNS}`;

export type ImportBench = { ours: number; shell: number; ratio: number; dense: number; denseRatio: number };

/**
 * Import of a national quarter (5,000 practices, all indicators) against `sqlite3 .import` of the same rows into a table
 * with the same key, by turns. Ours is the whole of `importDelivery`: thread, every check, checksum, benchmarks, fsync,
 * publishing. The shell has its cheapest settings (no journal, no sync) and checks nothing; `dense` gives it the rows as
 * the whole numbers into which ours had to turn them first.
 * @returns medians in milliseconds, and ours over theirs
 */
export async function benchImport(rounds = 7): Promise<ImportBench> {
  const work = mkdtempSync(path.join(tmpdir(), "zorgpoort-bench-"));
  try {
    const [folder = ""] = writeDemoDelivery(work, { practices: 5000, periods: 1, seed: 20261122, realPractices: [] });
    const values = path.join(folder, "values.csv");
    const dense = path.join(work, "dense.csv");
    await writeDense(values, dense);
    const times: Record<"ours" | "shell" | "dense", number[]> = { ours: [], shell: [], dense: [] };
    for (let round = 0; round < rounds; round++) {
      times.ours.push(await ours(work, folder));
      times.shell.push(shell(work, values, DELIVERED));
      times.dense.push(shell(work, dense, DENSE));
    }
    const [own, theirs, other] = [median(times.ours), median(times.shell), median(times.dense)];
    return { ours: own, shell: theirs, ratio: own / theirs, dense: other, denseRatio: own / other };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function ours(work: string, folder: string): Promise<number> {
  const before = process.env.DATA_DIR;
  const dataDir = path.join(work, "data");
  mkdirSync(dataDir);
  migrateFile(path.join(dataDir, "zorgpoort.db"));
  process.env.DATA_DIR = dataDir;
  reloadConfig();
  const start = performance.now();
  const result = await importDelivery({ kind: "system", name: "bench" }, folder, () => undefined, "bench");
  const took = performance.now() - start;
  await closeDatabase();
  process.env.DATA_DIR = before;
  reloadConfig();
  rmSync(dataDir, { recursive: true });
  if (result.outcome !== "published") throw new Error(JSON.stringify(result));
  return took;
}

function shell(work: string, file: string, columns: string): number {
  const database = path.join(work, "shell.db");
  const table = `pragma journal_mode=off; pragma synchronous=off; create table figures(${columns}) without rowid;`;
  const start = performance.now();
  const run = spawnSync("sqlite3", [database, table, ".separator ;", `.import --skip 1 ${file} figures`]);
  const took = performance.now() - start;
  if (run.status !== 0) throw new Error(`sqlite3: ${run.error?.message ?? run.stderr.toString()}`);
  rmSync(database);
  return took;
}

async function writeDense(values: string, dense: string): Promise<void> {
  const ids = new Map(
    indicators
      .map(({ id }) => id)
      .sort()
      .map((id, number) => [id, number]),
  );
  const practices = new Map<string, number>();
  const out = createWriteStream(dense);
  out.write("practice;indicator;numerator;denominator;expected\n");
  for await (const line of createInterface({ input: createReadStream(values) })) {
    const [practice = "", indicator = "", , numerator, denominator, expected] = line.split(";");
    if (practice === "practice") continue;
    if (!practices.has(practice)) practices.set(practice, practices.size);
    out.write(`${practices.get(practice)!};${ids.get(indicator)!};${numerator};${denominator};${expected}\n`);
  }
  await new Promise((resolve) => out.end(resolve));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

if (process.argv[1] === import.meta.filename) {
  const { ours, shell, ratio, dense, denseRatio } = await benchImport();
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  console.log(`import ${ms(ours)}; sqlite3 .import ${ms(shell)}, ratio ${ratio.toFixed(2)} (target 0.90)`);
  console.log(`the same rows given to the shell as whole numbers: ${ms(dense)}, ratio ${denseRatio.toFixed(2)}`);
}
