import { readFileSync } from "node:fs";
import { anna, sanne, signIn } from "./demo-people.ts";
import { accessible, expect, shot, test } from "./ground.ts";

test.use({ world: "demo" });

test("E10 C2 U04: a practitioner gives a reason and a fresh code, reveals one patient and takes the work list along; who has reports only finds no such page", async ({
  page,
  browser,
  server,
  inbox,
  clock,
}) => {
  const world = { server, inbox };
  await signIn(page, world, anna);
  await page.goto("/rapportages/DM-101");
  await clock.advance("PT6M");
  await page.getByRole("link", { name: "Welke patiënten?" }).click();

  await page.getByRole("button", { name: "Lijst openen" }).click();
  await expect(page.getByRole("alert")).toContainText("Kies waarvoor u deze patiënten bekijkt");
  await accessible(page);
  await shot(page, "patienten-reden");
  await page.getByLabel("Een consult of oproep voorbereiden").check();
  await page.getByRole("button", { name: "Lijst openen" }).click();
  await expect(page).toHaveURL(/\/inloggen\/opnieuw/);
  await page.getByRole("button", { name: "code" }).click();
  await page.getByLabel("Code uit de sms").fill(await inbox.code(anna.mobile));
  await page.getByRole("button", { name: "Bevestigen" }).click();

  await expect(page).toHaveURL(/\/rapportages\/DM-101\/patienten/);
  await expect(page.getByLabel("Welke patiënten")).toContainText("Geen HbA1c in 12 maanden");
  expect(await page.content()).not.toContain("DEMO-");
  await accessible(page);
  await shot(page, "patienten-werklijst");
  await page.setViewportSize({ width: 320, height: 700 });
  const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
  expect(overflow, "sideways scrolling at 320 px").toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.getByLabel("Welke patiënten").selectOption("alle");
  await page.getByRole("button", { name: "Lijst bijwerken" }).click();
  await expect(page.getByText("Bladzijde 1 van")).toBeVisible();
  await page.getByRole("link", { name: "Volgende" }).click();
  expect(await page.content()).not.toContain("DEMO-");

  await page.getByRole("button", { name: "Toon het nummer van patiënt" }).nth(2).click();
  await expect(page.getByText("Getoond, en in het logboek gezet")).toHaveCount(1);
  expect((await page.content()).match(/DEMO-\d+/g)).toHaveLength(1);
  expect(page.url()).not.toContain("DEMO-");
  await accessible(page);
  await shot(page, "patienten-getoond");

  const downloaded = page.waitForEvent("download");
  await page.getByRole("button", { name: "Werklijst downloaden" }).click();
  const file = await downloaded;
  expect(file.suggestedFilename()).toBe("werklijst-DM-101-2026-Q3.csv");
  const text = readFileSync(await file.path(), "utf8");
  expect(text).toMatch(/Meegenomen door Anna Maria van den Berg, Huisartsenpraktijk De Linde/);
  expect(text.match(/^"=""DEMO-\d+""";/gm)?.length).toBeGreaterThan(50);

  const employee = await (await browser.newContext({ baseURL: server.url, locale: "nl-NL" })).newPage();
  await signIn(employee, world, sanne);
  await employee.goto("/rapportages/DM-101");
  await expect(employee.getByRole("link", { name: "Welke patiënten?" })).toHaveCount(0);
  expect((await employee.goto("/rapportages/DM-101/patienten"))?.status()).toBe(404);
  expect(server.output()).not.toMatch(/DEMO-\d|demo-[0-9a-f]{8}/);
});
