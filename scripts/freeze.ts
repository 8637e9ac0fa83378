import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { FROZEN, frozenFaults, presentMigrations } from "./checks/frozen.ts";
import { shown } from "./run/shown.ts";
import { dump } from "./upgrades/dump.ts";

/**
 * `npm run db:freeze -- issue-12`, last of all in an issue: its migrations join the list of those that stay, and its
 * invented world, as a dump, the fixtures that every later version must be able to upgrade.
 */
const [name = ""] = process.argv.slice(2);
const target = `tests/fixtures/upgrades/${name}.sql.gz`;

function stop(words: string): never {
  console.error(words);
  process.exit(1);
}
if (!/^[a-z][a-z0-9-]*$/.test(name)) stop("Name what ends: npm run db:freeze -- issue-12");
if (existsSync(target)) stop(`${target} is there already; nothing was changed.`);
const faults = frozenFaults();
if (faults.length > 0) stop(faults.join("\n"));

const folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-freeze-"));
Object.assign(process.env, { MODE: "test", DATA_DIR: folder });
try {
  for (const script of ["migrate", "seed"])
    if (!(await shown([`scripts/${script}.ts`]))) stop(`${script} failed; nothing was changed.`);
  const packed = dump(path.join(folder, "zorgpoort.db"), readFileSync(path.join(folder, "secrets.json"), "utf8"));
  if (packed.length > 1_000_000)
    stop(`${target} would be ${packed.length} bytes, more than 1 MB; nothing was changed.`);
  writeFileSync(target, packed);
  writeFileSync(FROZEN, `${JSON.stringify(presentMigrations("db/migrations"), null, 2)}\n`);
  console.log(`${target} holds the invented world (${Math.round(packed.length / 1000)} kB); ${FROZEN} the migrations.`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
