import type { Page } from "@playwright/test";
import { anna, signIn } from "./demo-people.ts";
import { accessible, expect, shot, test } from "./ground.ts";

test.use({ world: "demo" });

/** Texts of the page outside the charts, without spaces: paragraphs follow each other without one. */
const outsideCharts = (page: Page) =>
  page.evaluate(() => {
    const copy = document.querySelector("main")!.cloneNode(true) as HTMLElement;
    for (const chart of copy.querySelectorAll("svg")) chart.remove();
    return copy.textContent.replace(/\s+/g, "");
  });

test("E1 E3 E4 E6 E11 E13: in one minute from what stands out to how sure that is, and every fact of a chart in words too", async ({
  page,
  server,
  inbox,
}) => {
  await signIn(page, { server, inbox }, anna);
  await expect(page.getByRole("heading", { name: "Wat valt op" })).toBeVisible();
  for (const kind of [/^Minder goed \(\d+\)/, /^Beter \(\d+\)/, /^Veranderd in een jaar \(\d+\)/])
    await expect(page.getByRole("heading", { name: kind })).toBeVisible();
  await expect(page.getByText(/116 van 116 indicatoren geleverd/)).toBeVisible();
  await accessible(page);
  await shot(page, "rapportages-overzicht");

  await page.getByLabel("Zoek een indicator").fill("HbA1c 53");
  await page.getByRole("button", { name: "Tonen" }).click();
  await accessible(page);
  await page.getByRole("link", { name: "HbA1c 53 mmol/mol of lager" }).click();
  await expect(page.getByText("Gecorrigeerd voor uw patiënten")).toBeVisible();
  await expect(page.getByRole("heading", { name: "Veranderingen in uw eigen verloop" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Uw praktijk tussen alle praktijken" })).toBeVisible();
  for (const [party, slug] of [
    ["Zorggroep Waterland", "zorggroep"],
    [/^regio /, "regio"],
    [/^praktijken met /, "omvang"],
  ] as const) {
    await page.getByRole("link", { name: party }).first().click();
    await expect(page).toHaveURL(new RegExp(`vergelijk=${slug}`));
    await expect(page.getByText(/Vergeleken met .*: \d+ praktijken/).first()).toBeVisible();
  }
  await accessible(page);
  await shot(page, "rapportages-indicator");

  const said = await outsideCharts(page);
  for (const chart of await page.getByRole("img").all()) {
    expect(await chart.locator("title").textContent(), "a chart has a name").not.toBe("");
    const description = await chart.locator("desc").textContent();
    expect(said, "what a chart shows is said beside it").toContain(description!.replace(/\s+/g, ""));
  }
});

test("E5: charts and judgements do not lean on colour", async ({ page, server, inbox }) => {
  await signIn(page, { server, inbox }, anna);
  await page.goto("/rapportages/DM-301");
  // Grey as a printer or a reader without colours sees it: for the contact sheet, to be looked at.
  await page.evaluate(() => (document.documentElement.style.filter = "grayscale(1)"));
  await shot(page, "rapportages-in-grijs");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("table")).toBeVisible();
  await expect(page.getByRole("link", { name: "Alle rapportages" })).toBeHidden();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("E12 K2: a goal and a note stand on the chart, a mistake keeps what was typed, and both can be taken away", async ({
    page,
    server,
    inbox,
  }) => {
    await signIn(page, { server, inbox }, anna);
    await page.goto("/rapportages/DM-301?vergelijk=regio");
    await page.getByText("Doel vastleggen").click();
    await page.getByLabel("Doel in procenten").fill("vijftien");
    await page.getByRole("button", { name: "Bewaren" }).first().click();
    await expect(page.getByText("Vul een getal in")).toBeVisible();
    await expect(page.getByLabel("Doel in procenten")).toHaveValue("vijftien");
    await page.getByLabel("Doel in procenten").fill("15");
    await page.getByRole("button", { name: "Bewaren" }).first().click();
    await expect(page).toHaveURL(/vergelijk=regio#doel$/);
    await expect(page.getByText(/^15,0%, uiterlijk/)).toBeVisible();

    await page.getByText("Notitie toevoegen").click();
    await page.getByLabel("Bij welk kwartaal").selectOption("2025-Q1");
    await page.getByLabel("Notitie", { exact: true }).fill("In januari gestart met oproepen.");
    await page.getByRole("button", { name: "Bewaren" }).last().click();
    await expect(page.getByText("A · Q1 2025")).toBeVisible();
    await shot(page, "rapportages-doel-en-notities");

    await page.getByRole("button", { name: /^Weghalen\s*: In januari/ }).click();
    await page.getByRole("button", { name: /^Weghalen\s*: Doel/ }).click();
    await expect(page.getByText("Er is nog geen doel.")).toBeVisible();
    await expect(page.getByText("Er zijn nog geen notities.")).toBeVisible();
  });
});
