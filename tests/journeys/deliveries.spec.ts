import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "@playwright/test";
import { type Delivery, somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import type { RunningServer } from "#tests/server.ts";
import { indicators } from "#app/reports/definitions/catalogue.ts";
import { accessible, expect, shot, test } from "./ground.ts";
import type { Inbox } from "./inbox.ts";

test.use({ world: "demo" });

const dirk = { email: "dirk@zorgspiegel.example", mobile: "+31610000003" };

async function signIn(page: Page, server: RunningServer, inbox: Inbox): Promise<void> {
  type Listed = { email: string; password: string };
  const all = (await (await fetch(`${server.url}/dev/accounts.json`)).json()) as Listed[];
  await page.goto("/inloggen");
  await page.getByLabel("E-mailadres").fill(dirk.email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(all.find(({ email }) => email === dirk.email)!.password);
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByLabel("Code uit de sms").fill(await inbox.code(dirk.mobile));
  await page.getByRole("button", { name: "Inloggen" }).click();
  await expect(page).toHaveURL(/\/leveringen$/);
}

const practices = somePractices(700);
const rows = someRows(
  practices,
  indicators.map(({ id }) => id),
);
function filesOf(delivery: Partial<Delivery>): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-delivery-"));
  writeDelivery(folder, { period: "2026-Q4", measureDate: "2026-12-31", practices, rows, ...delivery });
  return ["manifest.json", "practices.csv", "values.csv"].map((name) => path.join(folder, name));
}

test("I-14 F01 F03: a data manager brings a delivery, sees what changes, publishes it with a reason and takes it back", async ({
  page,
  server,
  inbox,
}) => {
  await signIn(page, server, inbox);
  await expect(page.getByRole("row")).toHaveCount(21);
  await shot(page, "leveringen-lijst");
  await page.getByRole("link", { name: "Levering brengen" }).click();
  await accessible(page);
  await shot(page, "leveringen-brengen");

  const damage = (values: string) => values.replace(";100\n", ";1oo\n");
  await page.getByLabel("Bestanden van de levering").setInputFiles(filesOf({ deliveryId: "met-fouten", damage }));
  await page.getByRole("button", { name: "Versturen" }).click();
  await expect(page.getByText("geweigerd", { exact: true })).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("row", { name: /values\.csv 2 denominator/ })).toBeVisible();
  await accessible(page);
  await shot(page, "leveringen-fouten");

  await page.goto("/leveringen/nieuw");
  let lost = 0;
  const sent: string[] = [];
  await page.route(/\/leveringen\/uploads\/[^/]+\?offset=/, (route) => {
    const at = new URL(route.request().url()).searchParams.get("offset") ?? "";
    if (at !== "0" && lost++ < 1) return route.abort("connectionreset");
    sent.push(`${/name="([^"]+)"/.exec(route.request().postData() ?? "")?.[1] ?? ""}@${at}`);
    return route.continue();
  });
  await page.getByLabel("Bestanden van de levering").setInputFiles(filesOf({ deliveryId: "vierde-kwartaal" }));
  await page.getByRole("button", { name: "Versturen" }).click();
  await expect(page.getByText("wacht op uw besluit", { exact: true })).toBeVisible({ timeout: 20_000 });
  expect(lost, "a piece was lost").toBeGreaterThan(1);
  expect(new Set(sent).size, "nothing was sent twice").toBe(sent.length);
  await expect(page.getByText("Deze levering wijkt veel af van de vorige")).toBeVisible();
  await accessible(page);
  await shot(page, "leveringen-wacht");

  await page.getByRole("link", { name: "Publiceren" }).click();
  await page.getByRole("button", { name: "Deze cijfers publiceren" }).click();
  await expect(page.getByRole("alert")).toContainText("schrijf een reden op");
  await accessible(page);
  await page.getByLabel("Reden").fill("Nieuwe leverancier, met hem besproken.");
  await page.getByRole("button", { name: "Deze cijfers publiceren" }).click();
  await expect(page.getByText("gepubliceerd", { exact: true })).toBeVisible();
  await expect(page.getByText("Nieuwe leverancier, met hem besproken.")).toBeVisible();
  await shot(page, "leveringen-gepubliceerd");

  await page.getByRole("link", { name: "Terugnemen" }).click();
  await page.getByLabel("Reden").fill("De leverancier trekt de cijfers in.");
  await page.getByRole("button", { name: "Deze cijfers terugnemen" }).click();
  await expect(page.getByText("teruggenomen", { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Alle leveringen" }).click();
  await expect(page.getByRole("row", { name: /vierde-kwartaal/ })).toContainText("teruggenomen");
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });
  test("I-14: the form brings a delivery without script too, and the page of a check refreshes by itself", async ({
    page,
    server,
    inbox,
  }) => {
    await signIn(page, server, inbox);
    await page.goto("/leveringen/nieuw");
    await page.getByLabel("Bestanden van de levering").setInputFiles(filesOf({ deliveryId: "zonder-script" }));
    await page.getByRole("button", { name: "Versturen" }).click();
    await expect(page.getByText("wacht op uw besluit", { exact: true })).toBeVisible({ timeout: 20_000 });
    await page.getByRole("link", { name: "Weigeren" }).click();
    await page.getByLabel("Reden").fill("Was een proef.");
    await page.getByRole("button", { name: "Deze levering weigeren" }).click();
    await expect(page.getByText("geweigerd", { exact: true })).toBeVisible();
  });
});
