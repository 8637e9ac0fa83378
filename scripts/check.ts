import { addresses } from "./checks/addresses.ts";
import { configurationTable } from "./checks/configuration.ts";
import { deadCode } from "./checks/dead-code.ts";
import { direction } from "./checks/direction.ts";
import { guards } from "./checks/guards.ts";
import { houseMap } from "./checks/house-map.ts";
import { hygiene } from "./checks/hygiene.ts";
import { licences } from "./checks/licences.ts";
import { lint } from "./checks/lint.ts";
import { lockfile } from "./checks/lockfile.ts";
import { migrations } from "./checks/migrations.ts";
import { owners } from "./checks/owners.ts";
import { places } from "./checks/places.ts";
import { program } from "./checks/program.ts";
import { requirements } from "./checks/requirements.ts";
import { retention } from "./checks/retention.ts";
import { sizesAndNames } from "./checks/sizes.ts";
import { texts } from "./checks/texts.ts";
import { transactions } from "./checks/transactions.ts";

/** `npm run check [-- name …]`: everything that can be told without running the product. Two at a time, slowest first. */
type Check = { name: string; find: () => Promise<string[]> | string[] };

const checks: Check[] = [
  { name: "types and lint", find: () => lint() },
  { name: "direction", find: () => direction() },
  { name: "format", find: () => program("oxfmt/bin/oxfmt", ["--check", "."]) },
  { name: "dead code", find: () => deadCode() },
  { name: "migrations", find: migrations },
  { name: "texts", find: () => texts() },
  { name: "owners", find: () => owners() },
  { name: "guards", find: () => guards() },
  { name: "addresses", find: () => addresses() },
  { name: "transactions", find: () => transactions() },
  { name: "sizes and names", find: () => sizesAndNames() },
  { name: "licences", find: licences },
  { name: "lockfile", find: lockfile },
  { name: "configuration", find: () => configurationTable() },
  { name: "retention", find: () => retention() },
  { name: "requirements", find: () => requirements() },
  { name: "map", find: () => [...houseMap(), ...places()] },
  { name: "hygiene", find: () => hygiene() },
];

const asked = process.argv.slice(2);
const queue = checks.filter((check) => asked.length === 0 || asked.includes(check.name));
const failed: { name: string; faults: string[] }[] = [];

async function take(): Promise<void> {
  for (let check = queue.shift(); check; check = queue.shift()) {
    const started = performance.now();
    const faults = await Promise.resolve()
      .then(check.find)
      .catch((error: unknown) => [error instanceof Error ? (error.stack ?? error.message) : String(error)]);
    const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(5);
    console.log(`${faults.length === 0 ? "ok  " : "FAIL"} ${seconds} s  ${check.name}`);
    if (faults.length > 0) failed.push({ name: check.name, faults });
  }
}

await Promise.all([take(), take()]);
for (const { name, faults } of failed) console.log(`\n${name}\n${faults.map((fault) => `  ${fault}`).join("\n")}`);
process.exitCode = failed.length === 0 ? 0 : 1;
