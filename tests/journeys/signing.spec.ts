import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { beside } from "./beside.ts";
import { accessible, expect, shot, test } from "./ground.ts";

const PRACTICE = "praktijk@oudehaven.example";
const MOBILE = "+31612345678";
const NAME = "Noor van den Berghe-Özdemir";

async function toCode(page: Page): Promise<void> {
  await page.goto("/machtiging/ondertekenen");
  await page.getByLabel("Uw naam").fill(NAME);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Stuur mij de code" }).click();
}

test("I-07 I-08 B1 B7 B8 G01 L01: a practitioner reads, signs by keyboard with a code, and keeps a sealed document", async ({
  page,
  server,
  inbox,
  request,
}) => {
  await beside(server, "sendAuthorization");
  const link = inbox.link(await inbox.mail(PRACTICE, /Onderteken/), /^\/m\//);
  for (let i = 0; i < 3; i++) await request.get(link);
  await page.goto(link);
  await expect(page).toHaveURL(/\/machtiging$/);
  await expect(page.getByText("Zorggroep Noord")).toBeVisible();
  await accessible(page);
  await shot(page, "machtiging");
  const shown = await (await page.request.get("/machtiging/document.pdf")).body();
  expect(shown.subarray(0, 5).toString()).toBe("%PDF-");
  await page.getByRole("link", { name: "Ik wil ondertekenen" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("checkbox")).not.toBeChecked();
  await page.getByRole("button", { name: "Stuur mij de code" }).press("Enter");
  await expect(page.getByRole("alert")).toContainText("Zet het vinkje");
  await shot(page, "ondertekenen-fout");
  await page.getByLabel("Uw naam").fill(NAME);
  await page.getByRole("checkbox").press("Space");
  await accessible(page);
  await shot(page, "ondertekenen");
  await page.getByRole("button", { name: "Stuur mij de code" }).press("Enter");
  await expect(page).toHaveURL(/\/machtiging\/code$/);
  await accessible(page);
  await shot(page, "ondertekenen-code");
  await page.getByLabel("Code", { exact: true }).fill(await inbox.code(MOBILE));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/machtiging\/ondertekend$/);
  await accessible(page);
  await shot(page, "ondertekend");
  await page.goBack();
  await expect(page).toHaveURL(/\/machtiging\/ondertekend$/);
  await page.context().clearCookies();
  expect((await page.goto(link))?.status()).toBe(410);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deze link werkt niet meer");
  await expect(page.locator("body")).not.toContainText("Berghe");
  await shot(page, "machtiging-gebruikt");
});

test("B12 G05: the check page tells a genuine document from a changed one", async ({ page, server, inbox }) => {
  await beside(server, "sendAuthorization");
  await page.goto(inbox.link(await inbox.mail(PRACTICE, /Onderteken/), /^\/m\//));
  const shown = await (await page.request.get("/machtiging/document.pdf")).body();
  await page.goto("/controle");
  await accessible(page);
  await shot(page, "controle");
  const file = test.info().outputPath("document.pdf");
  writeFileSync(file, shown);
  await page.getByLabel("PDF-bestand").setInputFiles(file);
  await page.getByRole("button", { name: "Controleer het bestand" }).click();
  await expect(page.getByRole("alert")).toContainText("geen zegel");
  await page.getByLabel("Controlecode").fill("AAAA-AAAA-AAAA");
  await page.getByRole("button", { name: "Controleer de code" }).click();
  await expect(page.getByRole("status")).toContainText("geen document");
  await accessible(page);
  await shot(page, "controle-onbekend");
});

test("B6 G01: other care groups give a new version in place; what was begun before cannot be signed", async ({
  page,
  server,
  inbox,
}) => {
  await beside(server, "sendAuthorization");
  await page.goto(inbox.link(await inbox.mail(PRACTICE, /Onderteken/), /^\/m\//));
  await toCode(page);
  const code = await inbox.code(MOBILE);
  const other = await page.context().newPage();
  await other.goto("/machtiging/aanpassen");
  await accessible(other);
  await shot(other, "aanpassen");
  await other.getByLabel("Zorggroep Noord").uncheck();
  await other.getByLabel("Zorggroep Zuid").check();
  await other.getByRole("button", { name: "Opslaan" }).click();
  await expect(other.getByText("nieuwe versie")).toBeVisible();
  await expect(other.getByText("Zorggroep Zuid")).toBeVisible();
  await shot(other, "machtiging-versie-2");
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Onderteken", exact: true }).click();
  await expect(page.getByText("Er is niets getekend")).toBeVisible();
});

test("B6: another mobile number goes back to the desk and the link is void", async ({ page, server, inbox }) => {
  await beside(server, "sendAuthorization");
  const link = inbox.link(await inbox.mail(PRACTICE, /Onderteken/), /^\/m\//);
  await page.goto(link);
  await page.goto("/machtiging/aanpassen");
  await page.getByLabel("Mobiel nummer voor sms-codes").fill("123");
  await page.getByRole("button", { name: "Opslaan" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Mobiel nummer voor sms-codes").fill("06 87654321");
  await page.getByRole("button", { name: "Opslaan" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Doorgegeven aan de servicedesk");
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deze link werkt niet meer");
});

test("B5: a refusal with its reason goes back to the desk", async ({ page, server, inbox }) => {
  await beside(server, "sendAuthorization");
  await page.goto(inbox.link(await inbox.mail(PRACTICE, /Onderteken/), /^\/m\//));
  await page.getByRole("link", { name: "Ik wil niet tekenen" }).click();
  await accessible(page);
  await shot(page, "weigeren");
  await page.getByLabel("Waarom wilt u niet tekenen?").fill("Ik werk hier niet meer");
  await page.getByRole("button", { name: "Ik teken niet" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Doorgegeven");
});

test("B2 B4: an expired link has one button that mails a new one; the old one then says there is a newer", async ({
  page,
  server,
  inbox,
  clock,
}) => {
  await beside(server, "sendAuthorization");
  const old = inbox.link(await inbox.mail(PRACTICE, /Onderteken/), /^\/m\//);
  await clock.advance("P15D");
  expect((await page.goto(old))?.status()).toBe(410);
  await expect(page.locator("body")).not.toContainText("oudehaven");
  await accessible(page);
  await shot(page, "machtiging-verlopen");
  await page.getByRole("button", { name: "Stuur mij een nieuwe link" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kijk in uw e-mail");
  await page.goto(old);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Er is een nieuwere link");
  await shot(page, "machtiging-vervangen");
  let fresh = old;
  await expect
    .poll(async () => (fresh = inbox.link(await inbox.mail(PRACTICE, /Onderteken uw/), /^\/m\//)), { timeout: 15_000 })
    .not.toBe(old);
  await page.goto(fresh);
  await expect(page.getByText("Ik wil ondertekenen")).toBeVisible();
});

test("G01: what was served for reading is byte for byte the beginning of what was sealed", async ({
  page,
  server,
  inbox,
}) => {
  await beside(server, "sendAuthorization");
  await page.goto(inbox.link(await inbox.mail(PRACTICE, /Onderteken/), /^\/m\//));
  const shown = await (await page.request.get("/machtiging/document.pdf")).body();
  await toCode(page);
  await page.getByLabel("Code", { exact: true }).fill(await inbox.code(MOBILE));
  await page.getByRole("button", { name: "Onderteken", exact: true }).click();
  await expect(page).toHaveURL(/ondertekend/);
  const env = { ...process.env, MODE: "test", DATA_DIR: server.dataDir };
  const sealed = Buffer.from(await beside(server, "sealed"), "base64");
  const file = test.info().outputPath("sealed.pdf");
  writeFileSync(file, sealed);
  expect(sealed.subarray(0, shown.length).equals(shown)).toBe(true);
  const checked = execFileSync(process.execPath, ["scripts/verify-seal.ts", file], {
    env,
  }).toString();
  expect(checked).toContain("genuine and unchanged");
});
