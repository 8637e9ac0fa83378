import "./configured.ts";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { config } from "#app/shared/config.server.ts";
import { migrateFile } from "#db/sqlite.server.ts";

/** `npm run migrate`: brings the database up to the newest schema. Runs here and nowhere else. */
mkdirSync(config.dataDir, { recursive: true });
migrateFile(path.join(config.dataDir, "zorgpoort.db"));
console.log("The database is up to date.");
