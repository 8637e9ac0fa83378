import "./configured.ts";
import path from "node:path";
import { now } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { takeBackup } from "./backup/take.ts";

/** `npm run backup -- folder`: a copy of database, files and releases, taken while the product runs. */
const target = process.argv[2];
if (!target) {
  console.error("npm run backup -- folder");
  process.exit(1);
}
try {
  const { files } = await takeBackup(config.dataDir, path.resolve(target), now());
  console.log(`${Object.keys(files).length} files in ${target}, found whole.`);
} catch (error) {
  console.error(`No backup was made: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
