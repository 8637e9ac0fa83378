import "./configured.ts";
import path from "node:path";
import { config } from "#app/shared/config.server.ts";
import { putBack } from "./backup/put-back.ts";

/** `npm run restore -- folder [--force]`: makes a backup the data folder again. The server must be stopped. */
const [folder] = process.argv.slice(2).filter((word) => !word.startsWith("--"));
if (!folder) {
  console.error("npm run restore -- folder [--force]");
  process.exit(1);
}
try {
  // The moment by the machine: reading the clock of the product would open the folder that is to be replaced.
  const aside = await putBack(path.resolve(folder), config.dataDir, new Date(), process.argv.includes("--force"));
  console.log(`Put back into ${config.dataDir}.${aside ? ` What stood there is kept in ${aside}.` : ""}`);
} catch (error) {
  console.error(`Nothing was changed: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
