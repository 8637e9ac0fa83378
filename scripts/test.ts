import { mkdirSync, rmSync } from "node:fs";
import { build } from "./run/build.ts";
import { journeys, vitest, type Counts } from "./run/counts.ts";
import { cpuSeconds } from "./run/cpu.ts";
import { quick } from "./run/quick.ts";
import { shown } from "./run/shown.ts";

/**
 * `npm test`: everything, cheapest first; stops after the first stages that fail. `npm test -- unit` runs one stage,
 * `npm test -- quick` what a commit needs.
 */
type Stage = { name: string; run: () => Promise<Counts> };

const counted = async (well: Promise<boolean>): Promise<Counts> => ({
  passed: 0,
  failed: (await well) ? 0 : 1,
  left: [],
  files: [],
});

/** Stages that stand together run side by side: each alone leaves a core idle for most of its time. */
const stages: Stage[][] = [
  [
    { name: "check", run: () => counted(shown(["scripts/check.ts"])) },
    { name: "build", run: () => counted(build()) },
  ],
  [{ name: "unit", run: () => vitest("unit") }],
  [{ name: "security", run: () => vitest("security") }],
  [{ name: "journeys", run: journeys }],
];
const DEAREST = 10;

const asked = process.argv.slice(2);
const names = ["quick", ...stages.flat().map((stage) => stage.name)];
const unknown = asked.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`Stages: ${names.join(", ")}`);
  process.exit(1);
}
if (asked.includes("quick")) {
  const started = performance.now();
  const well = await quick();
  console.log(`${((performance.now() - started) / 1000).toFixed(0)} s${cpu(0)}`);
  process.exit(well ? 0 : 1);
}

for (const folder of ["test-output", ".cache/compiled"]) rmSync(folder, { recursive: true, force: true });
mkdirSync("test-output", { recursive: true });
const total: Counts = { passed: 0, failed: 0, left: [], files: [] };

async function take({ name, run }: Stage): Promise<void> {
  const [started, before] = [performance.now(), cpuSeconds() ?? 0];
  const { passed, failed, left, files } = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const numbers = passed + failed > 1 ? `, ${passed} passed, ${failed} failed` : "";
  console.log(`${failed === 0 ? "ok  " : "FAIL"} ${name}: ${seconds} s${cpu(before)}${numbers}`);
  total.passed += passed;
  total.failed += failed;
  total.left.push(...left);
  total.files.push(...files);
}

for (const together of stages) {
  await Promise.all(together.filter(({ name }) => asked.length === 0 || asked.includes(name)).map(take));
  if (total.failed > 0) break;
}
const dearest = total.files.sort((a, b) => b.seconds - a.seconds).slice(0, DEAREST);
if (dearest.length > 0) console.log("Dearest files, seconds on the clock:");
for (const { name, seconds } of dearest) console.log(`${seconds.toFixed(1).padStart(7)}  ${name}`);
for (const title of total.left) console.log(`left out: ${title}`);
console.log(`${total.passed} passed, ${total.failed} failed${cpu(0)}`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** What was used since, by everything that was started and has ended; of stages side by side each tells of both. */
function cpu(before: number): string {
  const now = cpuSeconds();
  return now === null ? "" : `, ${(now - before).toFixed(0)} s of CPU`;
}
