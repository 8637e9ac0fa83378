import "./configured.ts";
import { config } from "#app/shared/config.server.ts";
import { upgrade } from "./upgrades/upgrade.ts";

/** `npm run migrate`: brings the database up to the newest schema. Runs here and nowhere else. */
try {
  // The moment by the machine: reading the clock of the product would open the database that is to be changed.
  const { ran, copy } = await upgrade(config.dataDir, new Date());
  if (ran.length === 0) console.log("The database is up to date already; nothing was changed.");
  else if (copy) console.log(`The database is up to date: ${ran.join(", ")}. As it was before, it is kept in ${copy}.`);
  else console.log("The database was made, and is up to date.");
} catch (error) {
  console.error(`Nothing was changed: ${error instanceof Error ? error.message : String(error)}.`);
  process.exitCode = 1;
}
