import type { Page } from "@playwright/test";
import { anna, signIn } from "./demo-people.ts";
import { accessible, expect, shot, test } from "./ground.ts";

test.use({ world: "demo" });

const boxes = (page: Page) => page.getByRole("checkbox");
const ticked = (page: Page) => page.locator("input[name=onderwerp]:checked");

test("E14 E13: a practitioner prepares a meeting, shows it topic by topic and prints each on a sheet of its own", async ({
  page,
  server,
  inbox,
}) => {
  await signIn(page, { server, inbox }, anna);
  await page.goto("/rapportages/DM-301");
  await page.getByText("Doel vastleggen").click();
  await page.getByLabel("Doel in procenten").fill("15");
  await page.getByRole("button", { name: "Bewaren" }).first().click();
  for (const quarter of ["2025-Q1", "2025-Q2", "2025-Q4", "2026-Q2"]) {
    await page.getByText("Notitie toevoegen").click();
    await page.getByLabel("Bij welk kwartaal").selectOption(quarter);
    await page.getByLabel("Notitie", { exact: true }).fill("Gestart met oproepen van wie lang niet kwam. ".repeat(4));
    await page.getByRole("button", { name: "Bewaren" }).last().click();
  }

  await page.goto("/rapportages?programma=dm2");
  await page.getByRole("link", { name: "Vergadering voorbereiden" }).click();
  await expect(page).toHaveURL(/vergadering\?programma=dm2$/);
  await page.getByRole("button", { name: "Kies uit alle programma's" }).click();
  await expect(page.getByLabel("Vergelijk met")).toBeVisible();
  await page.goto("/rapportages/vergadering");
  const suggested = await ticked(page).count();
  expect(suggested).toBeGreaterThan(2);
  expect(suggested).toBeLessThanOrEqual(8);
  await accessible(page);
  await shot(page, "vergadering-kiezen");

  for (const box of await ticked(page)
    .all()
    .then((all) => all.toReversed()))
    await box.uncheck();
  await page.getByRole("button", { name: "Toon de onderwerpen" }).click();
  await expect(page.getByRole("alert")).toContainText("Kies minstens één onderwerp");
  await expect(boxes(page)).toHaveCount(116);
  await page.goto("/rapportages/vergadering/tonen?onderwerp=DM-101&onderwerp=BESTAAT-NIET");
  await expect(page.getByRole("alert")).toContainText(
    "Eén onderwerp in het adres bestaat niet of staat niet voor u open",
  );
  await expect(ticked(page)).toHaveCount(1);
  await accessible(page);

  await page.goto("/rapportages/vergadering?onderwerp=DM-301&onderwerp=DM-101&onderwerp=COPD-101");
  await page.getByLabel("Vergelijk met").selectOption("regio");
  await page.getByRole("button", { name: "Toon de onderwerpen" }).click();
  await expect(page).toHaveURL(/tonen\?.*vergelijk=regio.*onderwerp=DM-301/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Praktijkvergadering");
  await accessible(page);
  await shot(page, "vergadering");
  await expect(page.getByRole("region")).toHaveCount(4);
  await expect(page.locator("script"), "the meeting works without script").toHaveCount(0);
  for (const id of ["COPD-101", "DM-101", "DM-301"]) {
    const slide = page.locator(`#${id}`);
    await expect(slide).toContainText(/\d,\d%/);
    await expect(slide).toContainText(/Met 95% zekerheid ligt de waarde tussen/);
    await expect(slide).toContainText(/de regio: het verschil|het verschil kan toeval zijn|Te klein om te oordelen/);
    await expect(slide).toContainText(/Vergeleken met regio .*: \d+ praktijken/);
    await expect(slide).toContainText(/\d van 3/);
  }
  await expect(page.locator("#DM-301")).toContainText("15,0%, uiterlijk");
  await expect(page.locator("#DM-301")).toContainText("Er is nog één oudere notitie.");
  await page.locator("#DM-301").getByRole("link", { name: "Vorige" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#(DM-101|COPD-101|overzicht)$/);

  const sheets = await page.pdf({ path: "test-output/vergadering.pdf", preferCSSPageSize: true });
  expect(sheets.toString("latin1").match(/\/Type ?\/Page\b/g), "a title and one sheet for each topic").toHaveLength(4);
  const [, width, height] = /\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/.exec(sheets.toString("latin1"))!.map(Number);
  expect(width, "the sheets lie").toBeGreaterThan(height!);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Wat spreken we af?").first()).toBeVisible();
  await expect(page.getByRole("navigation")).toHaveCount(0);
});
