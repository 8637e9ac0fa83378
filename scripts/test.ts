import { mkdirSync, rmSync } from "node:fs";
import { build } from "./run/build.ts";
import { journeys, vitest, type Counts } from "./run/counts.ts";
import { shown } from "./run/shown.ts";

/** `npm test`: everything, cheapest first; stops at the first stage that fails. `npm test -- unit` runs one stage. */
type Stage = { name: string; run: () => Promise<Counts> };

const counted = async (well: Promise<boolean>): Promise<Counts> => ({
  passed: 0,
  failed: (await well) ? 0 : 1,
  left: [],
});

const stages: Stage[] = [
  { name: "check", run: () => counted(shown(["scripts/check.ts"])) },
  { name: "unit", run: () => vitest("unit") },
  { name: "twice", run: () => vitest("twice") },
  { name: "build", run: () => counted(build()) },
  { name: "security", run: () => vitest("security") },
  { name: "journeys", run: journeys },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !stages.some((stage) => stage.name === name));
if (unknown.length > 0) {
  console.error(`Stages: ${stages.map((stage) => stage.name).join(", ")}`);
  process.exit(1);
}

rmSync("test-output", { recursive: true, force: true });
mkdirSync("test-output", { recursive: true });
const total: Counts = { passed: 0, failed: 0, left: [] };
for (const { name, run } of stages.filter((stage) => asked.length === 0 || asked.includes(stage.name))) {
  const started = performance.now();
  const { passed, failed, left } = await run();
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const numbers = passed + failed > 1 ? `, ${passed} passed, ${failed} failed` : "";
  console.log(`${failed === 0 ? "ok  " : "FAIL"} ${name}: ${seconds} s${numbers}`);
  total.passed += passed;
  total.failed += failed;
  total.left.push(...left);
  if (failed > 0) break;
}
for (const title of total.left) console.log(`left out: ${title}`);
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
