import type { KnipConfig } from "knip";
import { routeModules } from "./files.ts";

export default {
  entry: [
    "app/{root,entry.server,entry.client}.tsx",
    "app/routes.ts",
    ...routeModules(),
    "scripts/*.{ts,mjs}",
    "tests/journeys/**/*.spec.ts",
    "db/schema/*.ts",
  ],
  project: ["app/**/*.{ts,tsx}", "db/**/*.ts", "scripts/**/*.{ts,mjs}", "tests/**/*.ts"],
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
