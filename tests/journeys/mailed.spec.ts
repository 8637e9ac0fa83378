import type { Browser, Page } from "@playwright/test";
import type { RunningServer } from "#tests/server.ts";
import { beside } from "./beside.ts";
import { enter } from "./enter.ts";
import { accessible, expect, shot, test } from "./ground.ts";

const ROOS = "roos@voorbeeld.example";
const PASSWORD = "zeven groene stoelen bij de vijver";
const DOOR = "/mijn/delinde/inloggen/mail";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const press = (page: Page, name: string) => page.getByRole("button", { name }).click();

async function openDesk(browser: Browser, server: RunningServer, javaScriptEnabled = false): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, javaScriptEnabled });
  await enter(context, await beside(server, "practiceDesk"));
  return context.newPage();
}

async function fillSignUp(page: Page, lastName = "Vermeer"): Promise<void> {
  await page.getByLabel("Voornaam").fill("Roos");
  await page.getByLabel("Achternaam").fill(lastName);
  await page.getByLabel("Dag").fill("12");
  await page.getByLabel("Maand").fill("3");
  await page.getByLabel("Jaar").fill("1984");
  await page.getByLabel("E-mailadres", { exact: true }).fill(ROOS);
  await page.getByLabel("E-mailadres, nog een keer").fill(ROOS);
  await page.getByLabel("Kies een wachtwoord").fill(PASSWORD);
}

async function signIn(page: Page, password = PASSWORD): Promise<void> {
  await page.goto(DOOR);
  await page.getByLabel("E-mailadres").fill(ROOS);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(password);
  await press(page, "Verder");
}

test.describe("on a phone, without JavaScript", () => {
  test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });

  test("U-09 U-01 U-02: sign up, mailed code, matched by the practice, sign in with mailed code, terms, home", async ({
    page,
    browser,
    server,
    inbox,
  }) => {
    const desk = await openDesk(browser, server);
    await page.goto("/mijn/delinde/aanmelden");
    await shot(page, "client-aanmelden");
    await press(page, "Verder");
    await expect(page.getByRole("alert").first()).toContainText("Er klopt iets nog niet");
    await shot(page, "client-aanmelden-fouten");
    await fillSignUp(page);
    await press(page, "Verder");
    await expect(page).toHaveURL(/aanmelden\/code$/);
    await page.getByLabel("Code uit de e-mail").fill(await inbox.code(ROOS));
    await press(page, "Verder");
    await expect(heading(page)).toHaveText("Uw aanmelding is ontvangen");
    await shot(page, "client-aanmelding-ontvangen");

    await signIn(page);
    await expect(page.getByRole("alert").first()).toContainText("klopt niet");
    await inbox.mail(ROOS, /wacht nog/);

    await desk.goto("/behandelaar/delinde/aanmeldingen");
    await shot(desk, "praktijk-aanmeldingen");
    await desk.getByRole("link", { name: "Roos Vermeer" }).click();
    await shot(desk, "praktijk-aanmelding");
    await press(desk, "Afwijzen");
    await expect(desk.getByRole("alert").first()).toContainText("Kies een reden");
    await desk.getByRole("button", { name: "Accepteren en koppelen" }).first().click();
    await expect(desk.getByText("Bewijs van koppeling")).toBeVisible();

    const link = inbox.link(await inbox.mail(ROOS, /account is klaar/), /inloggen\/mail/);
    await page.goto(link);
    await shot(page, "client-inloggen-mail");
    await signIn(page);
    await page.getByLabel("Code uit de e-mail").fill(await inbox.code(ROOS));
    await press(page, "Inloggen");
    await expect(page).toHaveURL(/delinde\/voorwaarden/);
    await page.goto("/mijn/delinde/koppelen");
    await expect(page.getByText("Inloggen met DigiD is veiliger")).toBeVisible();
    await shot(page, "client-koppelen");
    await desk.context().close();
  });

  test("U-09: refused by the practice, signed up again", async ({ page, browser, server, inbox }) => {
    const desk = await openDesk(browser, server);
    await page.goto("/mijn/delinde/aanmelden");
    await fillSignUp(page, "Jansma");
    await press(page, "Verder");
    await page.getByLabel("Code uit de e-mail").fill(await inbox.code(ROOS));
    await press(page, "Verder");
    await desk.goto("/behandelaar/delinde/aanmeldingen");
    await desk.getByRole("link", { name: "Roos Jansma" }).click();
    await desk.getByLabel("Gegevens kloppen niet met ons dossier").check();
    await press(desk, "Afwijzen");
    await page.goto(inbox.link(await inbox.mail(ROOS, /Over uw aanmelding/), /aanmelden/));
    await fillSignUp(page);
    await press(page, "Verder");
    await page.getByLabel("Code uit de e-mail").fill(await inbox.code(ROOS));
    await press(page, "Verder");
    await expect(heading(page)).toHaveText("Uw aanmelding is ontvangen");
    await desk.context().close();
  });
});

test.describe("linking DigiD, on a phone, without JavaScript", () => {
  test.use({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false, digid: true });

  /** Through the simulator with this number, from a page of ours that goes to DigiD. */
  async function throughDigid(page: Page, bsn: string): Promise<void> {
    await press(page, "Ga naar DigiD");
    await page.locator("input[name=method][value=direct]").check();
    await page.getByLabel("Of een ander testnummer (BSN)").fill(bsn);
    await press(page, "Inloggen");
  }

  test("U-03 F3: DigiD first, I have an account, linked, undone, and linked the other way round", async ({
    page,
    browser,
    server,
    inbox,
  }) => {
    const desk = await openDesk(browser, server);
    await page.goto("/mijn/delinde/aanmelden");
    await fillSignUp(page);
    await press(page, "Verder");
    await page.getByLabel("Code uit de e-mail").fill(await inbox.code(ROOS));
    await press(page, "Verder");
    await desk.goto("/behandelaar/delinde/aanmeldingen");
    await desk.getByRole("link", { name: "Roos Vermeer" }).click();
    await desk.getByRole("button", { name: "Accepteren en koppelen" }).first().click();
    await expect(desk.getByText("Bewijs van koppeling")).toBeVisible();

    await page.goto("/mijn/delinde/inloggen");
    await press(page, "Inloggen met DigiD");
    await throughDigid(page, "999990019");
    await expect(page.getByRole("heading", { name: "Ik heb een account" })).toBeVisible();
    await shot(page, "client-ik-heb-een-account");
    await page.getByLabel("E-mailadres").fill(ROOS);
    await page.getByLabel("Wachtwoord", { exact: true }).fill("niet het wachtwoord");
    await press(page, "DigiD koppelen");
    await expect(page.getByRole("alert").first()).toContainText("klopt niet");
    await page.getByLabel("Wachtwoord", { exact: true }).fill(PASSWORD);
    await press(page, "DigiD koppelen");
    await expect(page.getByText("Uw DigiD is gekoppeld", { exact: true })).toBeVisible();
    await shot(page, "client-gekoppeld");
    await inbox.mail(ROOS, /DigiD is gekoppeld/);
    await press(page, "Koppeling ongedaan maken");
    await expect(page.getByText("De koppeling is ongedaan gemaakt")).toBeVisible();

    await signIn(page);
    await page.getByLabel("Code uit de e-mail").fill(await inbox.code(ROOS));
    await press(page, "Inloggen");
    await expect(page).toHaveURL(/delinde\/voorwaarden/);
    for (const [bsn, outcome] of [
      ["999992351", "Deze DigiD hoort bij iemand anders"],
      ["999990019", "Uw DigiD is gekoppeld"],
    ] as const) {
      await page.goto("/mijn/delinde/koppelen");
      await page.getByLabel("Uw wachtwoord, nog een keer").fill(PASSWORD);
      await press(page, "Verder naar DigiD");
      await press(page, "Ga naar DigiD");
      await throughDigid(page, bsn);
      await expect(page.getByText(outcome, { exact: true })).toBeVisible();
    }
    await press(page, "Uitloggen");
    await page.goto("/mijn/delinde/inloggen");
    await press(page, "Inloggen met DigiD");
    await throughDigid(page, "999990019");
    await expect(page).toHaveURL(/delinde\/voorwaarden/);
    await desk.context().close();
  });
});

test("A11 U-02: a forgotten password, by keyboard: mail, new password, and the address is empty of secrets", async ({
  page,
  browser,
  server,
  inbox,
}) => {
  const desk = await openDesk(browser, server, true);
  await page.goto("/mijn/delinde/aanmelden");
  await accessible(page);
  await press(page, "Verder");
  await expect(page.getByRole("alert").first()).toContainText("Er klopt iets nog niet");
  await accessible(page);
  await fillSignUp(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/aanmelden\/code$/);
  await accessible(page);
  await page.getByLabel("Code uit de e-mail").fill(await inbox.code(ROOS));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/ontvangen$/);
  await accessible(page);
  await desk.goto("/behandelaar/delinde/aanmeldingen");
  await accessible(desk);
  await desk.getByRole("link", { name: "Roos Vermeer" }).click();
  await expect(heading(desk)).toHaveText("Aanmelding: Roos Vermeer");
  await accessible(desk);
  await desk.getByRole("button", { name: "Accepteren en koppelen" }).first().click();
  await expect(desk.getByText("Bewijs van koppeling")).toBeVisible();
  await page.goto("/mijn/delinde/wachtwoord-vergeten");
  await page.getByLabel("E-mailadres").focus();
  await page.keyboard.type(ROOS);
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Kijk in uw e-mail");
  await page.goto(inbox.link(await inbox.mail(ROOS, /nieuw wachtwoord/), /\/w\//));
  await expect(page).toHaveURL(/delinde\/wachtwoord-instellen$/);
  await accessible(page);
  await page.getByLabel("Nieuw wachtwoord").focus();
  await page.keyboard.type("kort");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").first()).toContainText("minstens 12 tekens");
  await page.getByLabel("Nieuw wachtwoord").focus();
  await page.keyboard.type(`${PASSWORD} nu`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/gedaan=wachtwoord/);
  await accessible(page);
  await signIn(page, `${PASSWORD} nu`);
  await page.getByLabel("Code uit de e-mail").fill(await inbox.code(ROOS));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/delinde\/voorwaarden/);
  await page.goto("/mijn/delinde/koppelen");
  await accessible(page);
  await desk.context().close();
});
