import type { Browser, Page } from "@playwright/test";
import type { RunningServer } from "#tests/server.ts";
import { beside } from "./beside.ts";
import { linked, openClinician } from "./clinician.ts";
import { FATIMA, firstSignIn, toDigid } from "./digid.ts";
import { enter } from "./enter.ts";
import { accessible, expect, shot, test } from "./ground.ts";

const ROOSJE = "roosje@voorbeeld.example";
const PASSWORD = "zeven groene stoelen bij de vijver";
const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const follow = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first().click();

async function openDesk(browser: Browser, server: RunningServer): Promise<Page> {
  const session = await beside(server, "practiceDesk");
  await beside(server, "practiceAccounts");
  const context = await browser.newContext({ baseURL: server.url });
  await enter(context, session);
  return context.newPage();
}

test.describe("the accounts of a practice", () => {
  test.use({ viewport: { width: 390, height: 844 }, digid: true });

  test("M-41 M-43 a child is refused at the door in kind words, and staff sees the paused account and what to do", async ({
    page,
    browser,
    server,
  }) => {
    const desk = await openDesk(browser, server);
    await page.goto("/mijn/delinde/inloggen");
    await accessible(page);
    await toDigid(page);
    await page.locator("input[name=method][value=direct]").check();
    await page.getByLabel("Of een ander testnummer (BSN)").fill("999990020");
    await press(page, "Inloggen");
    await expect(heading(page)).toHaveText("Zelf inloggen kan vanaf 12 jaar");
    await expect(page.getByText("Bent u de vader, moeder of verzorger?")).toBeVisible();
    await accessible(page);
    await shot(page, "child-door");
    await page.goto("/mijn/delinde/aanmelden");
    await fillSignUp(page, "2018");
    await press(page, "Verder");
    await expect(page.getByRole("alert").first()).toContainText("jonger dan 12 jaar");
    await expect(page.getByLabel("Voornaam")).toHaveValue("Roosje");
    await accessible(page);
    await shot(page, "child-sign-up");

    await desk.goto("/behandelaar/delinde/accounts");
    await accessible(desk);
    await shot(desk, "accounts-list");
    await follow(desk, "Bekijk ze");
    await expect(desk.getByRole("link", { name: "Mira Vos" })).toBeVisible();
    await expect(desk.getByRole("link", { name: "Greet de Boer" })).toHaveCount(0);
    await accessible(desk);
    await shot(desk, "paused-accounts");
    await follow(desk, "Mira Vos");
    await expect(desk.getByText(/Het gaat vanzelf open op .*3 mei 2030/)).toBeVisible();
    await accessible(desk);
    await shot(desk, "paused-account");
    await desk.goto("/behandelaar/delinde/accounts?zoek=aydin");
    await follow(desk, "Yusuf Aydin");
    await press(desk, "Account openen");
    await expect(desk.getByRole("alert").first()).toContainText("Vink aan");
    await desk.getByLabel(/op een identiteitsbewijs gezien/).check();
    await press(desk, "Account openen");
    await expect(desk.getByText("Het account is open")).toBeVisible();
    await desk.context().close();
  });

  test("M-44 M-45 what differs is asked, the match leaves a receipt, and is undone", async ({
    page,
    browser,
    server,
    inbox,
  }) => {
    const desk = await openDesk(browser, server);
    await page.goto("/mijn/delinde/aanmelden");
    await fillSignUp(page, "1984");
    await press(page, "Verder");
    await page.getByLabel("Code uit de e-mail").fill(await inbox.code(ROOSJE));
    await press(page, "Verder");
    await desk.goto("/behandelaar/delinde/aanmeldingen");
    await follow(desk, "Roosje Vermeer");
    await press(desk, "Accepteren en koppelen");
    await expect(desk.getByRole("alert").first()).toContainText("Vink aan wat u heeft gecontroleerd");
    await accessible(desk);
    await shot(desk, "match-differs");
    for (const what of [/De naam is anders/, /Het e-mailadres is anders/]) await desk.getByLabel(what).first().check();
    await press(desk, "Accepteren en koppelen");
    await expect(desk.getByText("Bewijs van koppeling")).toBeVisible();
    await expect(desk.getByText("ander e-mailadres")).toBeVisible();
    await accessible(desk);
    await shot(desk, "match-receipt");
    await inbox.mail(ROOSJE, /account is klaar/);
    await desk.getByText("Koppeling ongedaan maken").click();
    await desk.getByLabel("Wat ging er mis?").fill("Dit is een nicht met dezelfde verjaardag.");
    await press(desk, "Ongedaan maken");
    await expect(desk.getByRole("alert").first()).toContainText("Kies wat er met het account gebeurt");
    await expect(desk.getByLabel("Wat ging er mis?")).toHaveValue("Dit is een nicht met dezelfde verjaardag.");
    await desk.getByLabel(/Terug naar de aanmeldingen/).check();
    await shot(desk, "undo-match");
    await press(desk, "Ongedaan maken");
    await expect(desk.getByText("De koppeling is ongedaan gemaakt")).toBeVisible();
    await inbox.mail(ROOSJE, /Over uw account/);
    await desk.goto("/behandelaar/delinde/aanmeldingen");
    await expect(desk.getByRole("link", { name: "Roosje Vermeer" })).toBeVisible();
    await desk.context().close();
  });
});

async function fillSignUp(page: Page, year: string): Promise<void> {
  await page.getByLabel("Voornaam").fill("Roosje");
  await page.getByLabel("Achternaam").fill("Vermeer");
  await page.getByLabel("Dag").fill("12");
  await page.getByLabel("Maand").fill("3");
  await page.getByLabel("Jaar").fill(year);
  await page.getByLabel("E-mailadres", { exact: true }).fill(ROOSJE);
  await page.getByLabel("E-mailadres, nog een keer").fill(ROOSJE);
  await page.getByLabel("Kies een wachtwoord").fill(PASSWORD);
}

test.describe("clinician and client", () => {
  test.use({ world: "demo", digid: true, viewport: { width: 390, height: 844 } });

  test("M-46 M-47 a part is held back to be discussed first, and a link that was a mistake is stopped", async ({
    page,
    browser,
    server,
  }) => {
    await firstSignIn(page, "getij", FATIMA);
    const karin = await openClinician(browser, server, "karin@getij.example");
    await linked(page, karin);
    const client = karin.url();
    await follow(karin, "Diagnose");
    await press(karin, "Achterhouden");
    await expect(karin.getByRole("alert").first()).toContainText("Vul in waarom");
    await karin.getByLabel("Waarom wilt u dit eerst bespreken?").fill("Nieuwe diagnose, eerst samen doornemen.");
    await press(karin, "Achterhouden");
    await expect(karin.getByText(/De cliënt ziet dit niet tot/)).toBeVisible();
    await accessible(karin);
    await shot(karin, "held-part-clinician");
    await page.goto("/mijn/getij/zorgdossier");
    await expect(page.getByText("1 onderdeel wordt eerst met u besproken")).toBeVisible();
    await expect(page.getByRole("link", { name: "Diagnose" })).toHaveCount(0);
    await accessible(page);
    await shot(page, "held-part-client");
    await press(karin, "Besproken: laat het zien");
    await page.reload();
    await expect(page.getByRole("link", { name: "Diagnose" }).first()).toBeVisible();

    await karin.goto(client);
    await karin.getByText("Koppeling stoppen").first().click();
    await karin.getByRole("textbox", { name: "Reden" }).fill("Verkeerde persoon aangeklikt.");
    await press(karin, "Koppeling stoppen");
    await expect(karin.getByRole("alert").first()).toContainText("Kies waarom");
    await karin.getByLabel(/per ongeluk geopend/).check();
    await accessible(karin);
    await shot(karin, "undo-link-clinician");
    await press(karin, "Koppeling stoppen");
    await expect(karin.getByText(/Gestopt op .* door Karin Molenaar/)).toBeVisible();
    await accessible(karin);
    await page.reload();
    await expect(page.getByText(/Gestopt op .* door Karin Molenaar/)).toBeVisible();
    await accessible(page);
    await shot(page, "undo-link-client");
  });
});
