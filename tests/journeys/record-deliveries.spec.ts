import { spawnSync } from "node:child_process";
import type { RunningServer } from "#tests/server.ts";
import { bare } from "#tests/child.ts";
import { type Delivery, writeRecords } from "#tests/record-deliveries.ts";
import { openClinician } from "./clinician.ts";
import { AISHA, firstSignIn } from "./digid.ts";
import { accessible, expect, shot, test } from "./ground.ts";

test.use({ world: "demo", digid: true, viewport: { width: 390, height: 844 } });

/** Runs the command of the operator beside the live server. */
function importRecords(server: RunningServer, given: Delivery): { status: number | null; told: string } {
  const folder = writeRecords(given, { manifest: { madeAt: new Date(Date.now() + 86_400_000).toISOString() } });
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/import-records.ts", folder], {
    env: { ...bare(), MODE: "test", DATA_DIR: server.dataDir, LANG: "nl_NL.UTF-8" },
    encoding: "utf8",
  });
  return { status, told: stdout + stderr };
}

test("M-20 M-27 M-32 M-38: a damaged letter is named, a note taken back is nowhere, and a number used again moves nothing", async ({
  page,
  browser,
  server,
}) => {
  await firstSignIn(page, "getij", AISHA);
  const youssef = await openClinician(browser, server, "youssef@getij.example");
  await youssef.goto("/behandelaar/getij");
  await expect(youssef.getByText("niet bekend")).toHaveCount(0);
  await youssef.getByRole("link", { name: "Aisha Haddou" }).first().click();
  await youssef.getByRole("link", { name: "Dossier koppelen" }).first().click();
  await youssef.getByRole("button", { name: "Koppelen", exact: true }).first().click();
  await expect(youssef.getByText(/Gekoppeld op/)).toBeVisible();
  await youssef.getByRole("link", { name: "Brief van het ziekenhuis" }).click();
  await accessible(youssef);
  await shot(youssef, "behandelaar-niet-te-tonen");

  await page.goto("/mijn/getij/zorgdossier");
  await expect(
    page.getByText("Het document is niet goed aangekomen. Vraag het document aan uw zorgverlener."),
  ).toBeAttached();
  await expect(page.getByText("Aantekening bij de verkeerde cliënt")).toHaveCount(0);
  await accessible(page);
  await shot(page, "client-dossier-niet-te-tonen");
  const report = page.getByRole("link", { name: "Verslag van het gesprek" }).first();
  await expect(report).toBeVisible();

  const taken = { id: "C-1002-T1-2", withdrawn: { at: "2026-11-20T09:00:00Z", why: "mistake" } };
  const wrong = importRecords(server, { parts: [{ ...taken, person: "C-1001" }] });
  expect(wrong.status).toBe(3);
  expect(wrong.told).toContain("C-1002-T1-2, persoon C-1001");
  const right = importRecords(server, { parts: [{ ...taken, person: "C-1002" }] });
  expect(right).toMatchObject({ status: 0 });
  // The list is still open: the next click finds nothing.
  await report.click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Verslag van het gesprek");
  await shot(page, "client-teruggetrokken");
  await page.goto("/mijn/getij/zorgdossier");
  await expect(page.getByRole("link", { name: "Verslag van het gesprek" })).toHaveCount(0);
});

test("M-26 M-38: a clinician reads a birth date known in part and a single name as they are", async ({
  browser,
  server,
}) => {
  const karin = await openClinician(browser, server, "karin@getij.example");
  await karin.goto("/behandelaar/getij");
  const row = (name: string) => karin.getByRole("row").filter({ hasText: name });
  await expect(row("juni 1962")).toHaveCount(1);
  await expect(karin.getByRole("cell", { name: "Geboortedatum 1950", exact: true })).toBeVisible();
  await accessible(karin);
  await shot(karin, "behandelaar-geboortedatum-in-delen");
});
