import { existsSync } from "node:fs";
import path from "node:path";
import { defineConfig } from "@playwright/test";

const root = path.resolve(import.meta.dirname, "../..");
// The same engine without a window around it, which costs a third of the CPU time, goes first.
const installed = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]
  .map((name) => `/usr/bin/${name}`)
  .find((file) => existsSync(file));

// For what is started beside a server; tests/child.ts gives it to the servers.
process.env.NODE_COMPILE_CACHE = path.join(root, ".cache/compiled");

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: path.join(root, "test-output/journeys"),
  globalSetup: ["../run-folder.ts", "../made.ts"],
  ...(process.env.PICTURES && { globalTeardown: "./contact-sheet.ts" }),
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["line"], ["json", { outputFile: path.join(root, "test-output/journeys.json") }]],
  use: {
    locale: "nl-NL",
    timezoneId: "Europe/Amsterdam",
    viewport: { width: 1280, height: 900 },
    // Each change of page is painted sixty times a second, by this machine: a fifth of all the time of the journeys.
    contextOptions: { reducedMotion: "reduce" },
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: installed,
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
