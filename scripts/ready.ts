import "./configured.ts";
import path from "node:path";
import { config } from "#app/shared/config.server.ts";
import { standingOf, standingWords } from "#db/migrate.server.ts";

/** First import of a command that works on the database: one of another version ends it with one clear line. */
const { kind } = standingOf(path.join(config.dataDir, "zorgpoort.db"));
if (kind !== "current") {
  const other = kind === "newer" || kind === "other" ? standingWords[kind] : "it is not up to date: npm run migrate";
  console.error(`${config.dataDir}: nothing was done with the database; ${other}.`);
  process.exit(1);
}
