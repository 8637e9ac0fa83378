import { defineConfig } from "vitest/config";

const WRITE_MOST = [
  "app/platform/messages/deliver.test.ts",
  "app/platform/doors/{identity,links}.test.ts",
  "app/professionals/joining/requests.test.ts",
  "app/professionals/joining/agb/import.test.ts",
  "app/professionals/joining/authorization/signing/signing.test.ts",
  "app/professionals/practices/employees/employees.test.ts",
  "app/clients/accounts/{mailed/mailed,match/match,link/link}.test.ts",
  "app/clients/records/import/import.test.ts",
  "app/clients/requests/{practice,record}.test.ts",
];

/** Tests that change a list which other modules read when they are loaded. */
const APART = ["app/professionals/joining/more-fields.test.ts"];

export default defineConfig({
  test: {
    environment: "node",
    pool: "forks",
    maxWorkers: 2,
    // Modules are read once per process; tests/setup.ts undoes what a file leaves behind.
    isolate: false,
    setupFiles: ["tests/setup.ts"],
    globalSetup: "tests/run-folder.ts",
    testTimeout: 20_000,
    hookTimeout: 20_000,
    passWithNoTests: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["app/**/*.test.{ts,tsx}", "db/**/*.test.ts", "scripts/**/*.test.ts", "tests/*.test.ts"],
          exclude: APART,
        },
      },
      { extends: true, test: { name: "apart", include: APART, isolate: true } },
      {
        extends: true,
        test: {
          // Rooms that write most, once more: each transaction is run, undone and run again (db/client.server.ts).
          name: "twice",
          include: WRITE_MOST,
          env: { TRANSACTIONS: "twice" },
        },
      },
      {
        extends: true,
        test: {
          name: "security",
          include: ["tests/security/**/*.test.ts"],
          globalSetup: ["tests/run-folder.ts", "tests/made.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
