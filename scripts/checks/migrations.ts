import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { frozenFaults } from "./frozen.ts";
import { program } from "./program.ts";

/** What came out stays; and the migrations make exactly the schema: generating once more, in a copy, finds nothing to do. */
export async function migrations(): Promise<string[]> {
  const changed = frozenFaults();
  if (changed.length > 0) return changed;
  // Inside the repository, because drizzle-kit takes relative folders only.
  mkdirSync(".cache", { recursive: true });
  const copy = mkdtempSync(path.join(".cache", "migrations-"));
  try {
    cpSync("db/migrations", copy, { recursive: true });
    const before = readdirSync(copy).length;
    const faults = await program("drizzle-kit/bin.cjs", [
      "generate",
      "--dialect",
      "sqlite",
      "--schema",
      "./db/schema/*.ts",
      "--casing",
      "snake_case",
      "--out",
      `./${copy}`,
    ]);
    if (faults.length > 0) return faults;
    return readdirSync(copy).length === before ? [] : ["the schema has changed: run npm run db:generate"];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
