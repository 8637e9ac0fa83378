import type { Page } from "@playwright/test";
import { FATIMA, firstSignIn, JET, KEES, ROOS, WILLEM, throughDigid, toDigid } from "./digid.ts";
import { accessible, expect, shot, test } from "./ground.ts";

test.use({ world: "demo", digid: true, viewport: { width: 390, height: 844 } });

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

test("G-01 P-02 P-03 F1 F2: the first sign-in on a phone: door, DigiD app, terms, home; then straight in", async ({
  page,
}) => {
  await page.goto("/mijn");
  await accessible(page);
  await shot(page, "client-ingang");
  await page.getByRole("link", { name: /GGZ Het Getij/ }).click();
  await expect(page.getByText("Stichting GGZ Het Getij")).toBeVisible();
  await accessible(page);
  await shot(page, "client-deur");
  await toDigid(page);
  await page.getByLabel("DigiD-app").check();
  await page.getByRole("radio", { name: new RegExp(FATIMA) }).check();
  await page.getByRole("button", { name: "Inloggen", exact: true }).click();
  await page.getByLabel(/koppelcode/i).fill(await page.locator("#pairing").innerText());
  await page
    .getByRole("button", { name: /Volgende|Verder|Inloggen/ })
    .first()
    .click();
  const confirm = page.getByRole("button", { name: /Bevestig|Inloggen|Ja/ });
  if (/127\.0\.0\.1/.test(page.url())) await confirm.first().click();
  await expect(heading(page)).toHaveText("Gebruikersvoorwaarden");
  await expect(page).not.toHaveURL(/SAMLart/);
  await accessible(page);
  await shot(page, "client-voorwaarden");
  await page.goto("/mijn/getij/afspraken");
  await expect(page).toHaveURL(/voorwaarden$/);
  await page.getByRole("button", { name: "Ik ga akkoord" }).click();
  await expect(heading(page)).toContainText("Fatima Yilmaz-de Wit");
  await accessible(page);
  await shot(page, "client-overzicht");
  await page.getByRole("button", { name: "Uitloggen" }).first().click();
  await expect(page.getByText("U bent uitgelogd")).toBeVisible();
  await shot(page, "client-uitgelogd");
  await throughDigid(page, { bsn: FATIMA });
  await expect(heading(page)).toContainText("Fatima Yilmaz-de Wit");
});

test("G-12 S03: after signing out neither the back button nor an address shows anything", async ({ page }) => {
  await firstSignIn(page, "getij", FATIMA);
  await page.goto("/mijn/getij/afspraken");
  await expect(page.getByText("Karin Molenaar").first()).toBeVisible();
  await page.getByRole("button", { name: "Uitloggen" }).first().click();
  await expect(page.getByText("U bent uitgelogd")).toBeVisible();
  await page.goBack();
  await expect(page.getByText("Karin Molenaar")).toHaveCount(0);
  await page.goto("/mijn/getij/profiel");
  await expect(page).toHaveURL(/inloggen/);
});

const endings: [string, { level?: string; fault?: string }, string][] = [
  ["a level that is too low", { level: "20" }, "Uw DigiD is nog niet sterk genoeg"],
  ["a level that cannot be reached", { fault: "level-unreachable" }, "Uw DigiD is nog niet sterk genoeg"],
  ["an artifact that is too old", { fault: "expired-artifact" }, "Het inloggen duurde te lang"],
  ["an outage behind", { fault: "dead-back-channel" }, "DigiD is nu niet bereikbaar"],
  ["an answer of somebody else", { fault: "foreign-key" }, "Het inloggen is niet gelukt"],
];
test.describe("a sign-in that ends otherwise", () => {
  for (const [what, way, title] of endings) {
    test(`F1 D05: ${what} ends on a page with a way on, and nothing is open`, async ({ page }) => {
      await page.goto("/mijn/getij");
      await throughDigid(page, { bsn: FATIMA, ...way });
      await expect(heading(page)).toHaveText(title);
      await accessible(page);
      await shot(page, `client-${title.toLowerCase().replace(/\W+/g, "-")}`);
      await page.goto("/mijn/getij/afspraken");
      await expect(page).toHaveURL(/inloggen/);
      await expect(page.getByRole("button", { name: "Inloggen met DigiD" })).toBeVisible();
    });
  }
});

test("F1 D05: cancelling says so without blame, and the back button after a sign-in starts nothing twice", async ({
  page,
}) => {
  await page.goto("/mijn/getij");
  await toDigid(page);
  await page.getByRole("button", { name: /Annuleren/ }).click();
  await expect(heading(page)).toHaveText("U heeft het inloggen gestopt");
  await shot(page, "client-gestopt");
  await page.getByRole("link", { name: "Opnieuw proberen" }).click();
  await throughDigid(page, { bsn: KEES });
  const address = await page.evaluate(() => performance.getEntriesByType("navigation")[0]?.name ?? "");
  expect(address).not.toContain("SAMLart");
  await page.goto("/mijn/getij/digid/terug?SAMLart=AAQAAA&RelayState=x");
  await expect(heading(page)).toHaveText("Deze stap is al gebruikt, of te oud");
});

test("F1: who is known nowhere is told whom to ask; in a network somebody new says who it is", async ({ page }) => {
  await page.goto("/mijn/getij");
  await throughDigid(page, { bsn: ROOS });
  await expect(heading(page)).toHaveText("Wij kennen u hier nog niet");
  await shot(page, "client-onbekend");
  await page.goto("/mijn/buurtkring");
  await throughDigid(page, { bsn: ROOS });
  await expect(heading(page)).toHaveText("Welkom. Wie bent u?");
  await page.getByRole("button", { name: "Verder" }).click();
  for (const fault of ["Achternaam: vul dit in", "Vul een geboortedatum in"])
    await expect(page.getByRole("alert").first()).toContainText(fault);
  await accessible(page);
  await shot(page, "client-nieuw");
  await page.getByLabel("Voornaam").fill("Roos");
  await page.getByLabel("Achternaam").fill("van der Velde");
  await page.getByLabel("Dag").fill("31");
  await page.getByLabel("Maand").fill("3");
  await page.getByLabel("Jaar").fill("1980");
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByRole("button", { name: "Ik ga akkoord" }).click();
  await expect(heading(page)).toContainText("Roos van der Velde");
});

test("F5 S04: two minutes before the end there is a warning; staying keeps what was typed, and doing nothing clears the screen", async ({
  page,
  clock,
}) => {
  await page.clock.install();
  await firstSignIn(page, "buurtkring", JET);
  await page.goto("/mijn/buurtkring/zorgdossier");
  await page.clock.fastForward("12:30");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.clock.fastForward("00:45");
  await expect(page.getByRole("dialog", { name: "Bent u er nog?" })).toBeVisible();
  await shot(page, "client-bent-u-er-nog");
  await page.getByRole("button", { name: "Ik ben er nog" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await clock.advance("PT16M");
  await page.clock.fastForward("15:05");
  await expect(page).toHaveURL(/inloggen\?reden=tijd$/);
  await shot(page, "client-tijd-om");
});

test("F5: what was typed when the time ran out stands there again after signing in, and is gone once it is sent", async ({
  page,
  clock,
}) => {
  await page.clock.install();
  await firstSignIn(page, "delinde", WILLEM);
  await page.goto("/mijn/delinde/profiel/wijzigen");
  await page.getByLabel("Telefoon").fill("06 11 22 33 44");
  const kept = page.waitForResponse(/concept/);
  await page.clock.fastForward("13:15");
  expect((await kept).status()).toBe(204);
  await clock.advance("PT16M");
  await page.clock.fastForward("02:00");
  await expect(page).toHaveURL(/reden=tijd/);
  await throughDigid(page, { bsn: WILLEM });
  await expect(page).toHaveURL(/profiel\/wijzigen$/);
  await expect(page.getByText("U was hier al aan het schrijven.")).toBeVisible();
  await expect(page.getByLabel("Telefoon")).toHaveValue("06 11 22 33 44");
  await shot(page, "client-concept");
  await page.getByRole("button", { name: "Versturen" }).click();
  await page.getByRole("button", { name: "Toch niet" }).click();
  await expect(page.getByText("U was hier al aan het schrijven.")).toBeHidden();
});

test("P-09 F8: help by situation, with the desk and the emergency numbers", async ({ page }) => {
  await page.goto("/mijn/delinde/hulp");
  for (const situation of [/^A\./, /^B\./, /^C\./, /^D\./]) await expect(page.getByText(situation)).toBeVisible();
  await page.getByText("Wij hebben thuis maar één e-mailadres").click();
  await expect(page.getByText("familie+lena@voorbeeld.nl")).toBeVisible();
  await accessible(page);
  await shot(page, "client-hulp");
  await page.goto("/mijn/getij/hulp");
  await expect(page.getByText("één e-mailadres")).toHaveCount(0);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("K2 G-01: the first sign-in goes without script", async ({ page }) => {
    await firstSignIn(page, "getij", FATIMA, false);
    await expect(heading(page)).toContainText("Fatima Yilmaz-de Wit");
    await page.goto("/mijn/getij/afspraken");
    await expect(page.getByText("Karin Molenaar").first()).toBeVisible();
  });
});

test("K1 G-01: the first sign-in goes by keyboard alone", async ({ page }) => {
  await page.goto("/mijn/getij/inloggen");
  const pressOn = async (name: string | RegExp, role: "button" | "link" | "radio" = "button", key = "Enter") => {
    const wanted = page.getByRole(role, { name }).first();
    for (let steps = 0; steps < 60; steps++) {
      await page.keyboard.press("Tab");
      if (await wanted.evaluate((node) => node === document.activeElement)) break;
    }
    await expect(wanted).toBeFocused();
    await page.keyboard.press(key);
  };
  await pressOn("Inloggen met DigiD");
  await expect(page).toHaveURL(/127\.0\.0\.1/);
  await page.getByRole("radio", { name: "Zonder tussenstappen" }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("radio", { name: new RegExp(FATIMA) }).focus();
  await page.keyboard.press("Space");
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("Gebruikersvoorwaarden");
  await pressOn("Ik ga akkoord");
  await expect(heading(page)).toContainText("Fatima");
  await pressOn("Afspraken", "link");
  await expect(page).toHaveURL(/afspraken$/);
});
