/**
 * `node tests/endurance/kill.ts [kills] [seed]`: the long form of `tests/security/kill.test.ts`. Takes
 * practices along the whole path while the server is killed at random moments, and prints what came of it.
 */
import { build, built } from "../../scripts/run/build.ts";
import { endure } from "./run.ts";

const kills = Number(process.argv[2] ?? 50);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000);
if (!built() && !(await build())) throw new Error("the build failed");
const started = performance.now();
console.log(`${kills} kills, seed ${seed}`);
const { faults, again, ...figures } = await endure({ kills, seed, say: (line) => console.log(line) });
console.log("\nForms sent again after their answer was lost:");
for (const line of again) console.log(`  ${line}`);
console.log(`\n${JSON.stringify(figures, null, 2)}`);
console.log(`${Math.round((performance.now() - started) / 1000)} s`);
for (const fault of faults) console.error(`FAULT: ${fault}`);
if (faults.length > 0) process.exitCode = 1;
