import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { shownRequest } from "#app/clients/requests/sealed.server.ts";
import { nextNumber } from "#app/platform/cases/number.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { fillDataDir } from "#tests/template.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { closeDatabase, db, transaction } from "#db/client.server.ts";
import { employeeRequests } from "#db/schema/practices.ts";
import { registrationRequests } from "#db/schema/joining.ts";
import { clientRequests } from "#db/schema/requests.ts";
import { undump } from "./dump.ts";
import { upgrade } from "./upgrade.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-cases-"));
  process.env.DATA_DIR = folder;
  reloadConfig();
  undump(readFileSync("tests/fixtures/upgrades/before-issue-12.sql.gz"), folder);
  fillDataDir(folder, { at: "2026-11-28T10:00:00Z", database: false });
});
afterEach(async () => {
  await closeDatabase();
  rmSync(folder, { recursive: true });
});

test("O-42 O-41: numbers go on after those that were given out, and a promise that waits for an answer knows since when", async () => {
  await upgrade(folder, new Date("2026-11-28T10:00:00Z"));
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
});

test("O-45: what clients asked before stands in the one table, each in its state, and its seals open", async () => {
  const at = Date.parse("2026-11-20T10:00:00Z");
  const seal = (table: string, column: string, row: string, text: string) => sealField(text, { table, column, row });
  const file = new Database(path.join(folder, "zorgpoort.db"));
  const put = (table: string, row: Record<string, string | number>) =>
    file
      .prepare(
        `insert into ${table} (${Object.keys(row).join(", ")}) values (${Object.keys(row)
          .map(() => "?")
          .join(", ")})`,
      )
      .run(...Object.values(row));
  const whose = { environment_id: "delinde", person_id: "p", account_id: "a", submitted_at: at };
  const [asked, answered] = ["0198-asked", "0198-answered"];
  put("change_requests", {
    ...{ ...whose, id: asked, kind: "move", appointment_id: "visit", state: "submitted", answer_by: "2026-11-24" },
    wish: seal("change_requests", "wish", asked, JSON.stringify({ text: "Na vier uur", contact: null })),
  });
  put("correction_requests", {
    ...{ ...whose, id: answered, kind: "correction", part_id: "part", part_version: "2", state: "refused" },
    ...{ due_on: "2026-12-20", decided_at: at + 1, decided_by: "k", decided_by_name: "Karin Molenaar" },
    wish: seal("correction_requests", "wish", answered, "Het was eens per week."),
    passage: seal("correction_requests", "passage", answered, "elke dag"),
    answer: seal("correction_requests", "answer", answered, "Zo is het toen gezegd."),
  });
  file.close();
  await upgrade(folder, new Date("2026-11-28T10:00:00Z"));
  const rows = await db.select().from(clientRequests).orderBy(clientRequests.id);
  expect(rows.map((row) => ({ ...row, ...shownRequest(row) }))).toMatchObject([
    {
      ...{ id: answered, kind: "correction", state: "refused", aboutId: "part", aboutVersion: "2", version: 1 },
      ...{ dueOn: "2026-12-20", decidedByName: "Karin Molenaar", answer: "Zo is het toen gezegd." },
      wish: { text: "Het was eens per week.", passage: "elke dag" },
    },
    {
      ...{ id: asked, kind: "move", state: "submitted", aboutId: "visit", dueOn: "2026-11-24", answer: null },
      ...{ submittedAt: new Date(at), wish: { text: "Na vier uur", passage: null } },
    },
  ]);
});
