import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, vi } from "vitest";
import { reloadConfig } from "#app/shared/config.server.ts";
import { closeDatabase } from "#db/client.server.ts";
import { inventedSettings } from "./invented-settings.ts";

// Files that one process runs after another share the modules they import (`isolate: false`, decision 28). What a file
// changed in the environment is undone before the next; data are never shared: each file and each test has a folder.
const ours = {
  MODE: "test",
  LOG_LEVEL: "silent",
  PASSWORD_COST: "low",
  NODE_COMPILE_CACHE: path.resolve(".cache/compiled"),
};
const process_ = globalThis as { environmentOfTests?: NodeJS.ProcessEnv };
const kept = (process_.environmentOfTests ??= { ...process.env, ...ours });
for (const name of Object.keys(process.env)) if (!(name in kept)) Reflect.deleteProperty(process.env, name);
Object.assign(process.env, kept, { DATA_DIR: mkdtempSync(path.join(tmpdir(), "zorgpoort-test-")) });
reloadConfig();
inventedSettings();

afterAll(async () => {
  await closeDatabase();
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
});
