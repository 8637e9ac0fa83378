import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { reloadConfig } from "#app/shared/config.server.ts";
import { closeDatabase } from "#db/client.server.ts";
import { inventedSettings } from "./invented-settings.ts";
import { fillDataDir } from "./template.ts";
import "./writes-have-lines.ts";

let current: string | undefined;

function removeCurrent() {
  if (current) rmSync(current, { recursive: true, force: true });
  current = undefined;
}
process.on("exit", removeCurrent);

/**
 * A migrated database with the invented settings and nothing else, and a data folder of its own for this test, with the clock at `at` (ISO; default `START`,
 * Tuesday 24 November 2026, 9:00 Dutch time). Call it in `beforeEach`. Moves on with `setClock`.
 * @returns the data folder
 */
export async function freshDatabase(at?: string): Promise<string> {
  await closeDatabase();
  removeCurrent();
  current = mkdtempSync(path.join(tmpdir(), "zorgpoort-test-"));
  fillDataDir(current, { at });
  process.env.DATA_DIR = current;
  reloadConfig();
  inventedSettings();
  return current;
}
