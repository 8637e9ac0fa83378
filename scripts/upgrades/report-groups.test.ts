import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { accountAt } from "#app/platform/doors/names.server.ts";
import { practiceRights } from "#app/platform/rights/evaluate.server.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { closeDatabase, db } from "#db/client.server.ts";
import { employeeRequests } from "#db/schema/practices.ts";
import { undump } from "./dump.ts";
import { upgrade } from "./upgrade.ts";

test("M-77: who saw all report groups when an empty list meant all, still does, and it is said", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-groups-"));
  process.env.DATA_DIR = folder;
  reloadConfig();
  undump(readFileSync("tests/fixtures/upgrades/before-issue-12.sql.gz"), folder);
  await upgrade(folder, new Date("2026-11-28T10:00:00Z"));
  const sanne = await accountAt("sanne@delinde.example");
  expect(await practiceRights(sanne!.id)).toMatchObject([{ reports: true, reportGroups: "all", detailGroups: [] }]);
  const asked = await db.select({ groups: employeeRequests.reportGroups }).from(employeeRequests);
  expect(new Set(asked.map(({ groups }) => groups))).toEqual(new Set(["all"]));
  await closeDatabase();
  rmSync(folder, { recursive: true });
});
