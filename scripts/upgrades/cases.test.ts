import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { nextNumber } from "#app/platform/cases/number.server.ts";
import { setClock } from "#app/shared/clock.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { closeDatabase, db, transaction } from "#db/client.server.ts";
import { employeeRequests } from "#db/schema/practices.ts";
import { registrationRequests } from "#db/schema/joining.ts";
import { undump } from "./dump.ts";
import { upgrade } from "./upgrade.ts";

test("O-42 O-41: numbers go on after those that were given out, and a promise that waits for an answer knows since when", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-cases-"));
  process.env.DATA_DIR = folder;
  reloadConfig();
  undump(readFileSync("tests/fixtures/upgrades/before-issue-12.sql.gz"), folder);
  await upgrade(folder, new Date("2026-11-28T10:00:00Z"));
  setClock(new Date("2026-11-28T10:00:00Z"));
  for (const [letter, table] of [
    ["R", registrationRequests],
    ["M", employeeRequests],
  ] as const) {
    const numbers = (await db.select({ number: table.number }).from(table)).map(({ number }) => number);
    const next = await transaction((tx) => nextNumber(tx, letter));
    expect(numbers.length).toBeGreaterThan(0);
    expect(next).toBe(
      numbers
        .toSorted()
        .at(-1)!
        .replace(/\d+$/, (n) => String(Number(n) + 1).padStart(n.length, "0")),
    );
  }
  for (const table of [registrationRequests, employeeRequests]) {
    const waits = await db.select({ since: table.pausedOn }).from(table).where(eq(table.state, "info_requested"));
    expect(waits.length).toBeGreaterThan(0);
    for (const { since } of waits) expect(since).toMatch(/^2026-11-\d\d$/);
  }
  await closeDatabase();
  rmSync(folder, { recursive: true });
});
