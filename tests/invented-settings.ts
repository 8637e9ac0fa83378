import { readFileSync } from "node:fs";
import type { Settings } from "#app/platform/settings/schema.ts";

const { format: _, ...file } = JSON.parse(readFileSync("scripts/data/settings.json", "utf8")) as Settings & {
  format: 1;
};

/** The invented settings of tests: those of the demo, but without care groups. */
export const invented: Settings = { ...file, careGroups: [] };

/** Makes the invented settings those in force in this process, as a database of a test has them. */
export function inventedSettings(): void {
  (globalThis as { zorgpoortSettings?: object }).zorgpoortSettings = { ...invented, revision: 1 };
}
