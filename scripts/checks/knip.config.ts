import type { KnipConfig } from "knip";
import { routeModules } from "./files.ts";

export default {
  entry: [
    "app/{root,entry.server,entry.client}.tsx",
    "app/routes.ts",
    ...routeModules(),
    "scripts/*.{ts,mjs}",
    "scripts/checks/*.config.{ts,mjs}",
    "oxlint.config.mjs",
    "tests/journeys/*.spec.ts",
    "tests/journeys/{playwright.config,contact-sheet,beside-main}.ts",
    "tests/bench/*.ts",
    "tests/walk/main.ts",
    "tests/broken/main.ts",
    // Started as its own process, by path.
    "tests/make-world.ts",
    "tests/endurance/{kill,prepare,sms-by-loopback}.ts",
    // Started as its own process, by path.
    "scripts/digid-simulator/main.ts",
    // Started as a thread, by path.
    "app/reports/deliveries/worker.server.ts",
    "db/schema/*.ts",
  ],
  project: ["app/**/*.{ts,tsx,css}", "db/**/*.ts", "scripts/**/*.{ts,mjs}", "tests/**/*.ts"],
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    // Fonts and icons that are read from the disk, by path.
    "@expo-google-fonts/figtree",
    "@tabler/icons",
    // Asked for by name; empty and deprecated, so never imported.
    "remix",
    // Started by its path.
    "oxfmt",
    "oxlint",
    // What the linter starts for rules that ask the compiler, and for those that are written as data.
    "oxlint-tsgolint",
    "oxlint-plugin-eslint",
  ],
  ignoreBinaries: ["diff", "openssl", "pdfsig", "pdftotext", "qpdf", "soffice", "sqlite3", "xmlsec1"],
} satisfies KnipConfig;
