import type { Page } from "@playwright/test";
import { openClinician } from "./clinician.ts";
import { firstSignIn, WILLEM } from "./digid.ts";
import { accessible, expect, shot, test } from "./ground.ts";

test.use({ world: "demo", digid: true, viewport: { width: 390, height: 844 } });

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const follow = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first().click();
const wrong = (page: Page) => page.getByRole("alert").first();

test("G2: on a phone a patient asks to move an appointment, staff answers, the answer is read", async ({
  page,
  browser,
  server,
}) => {
  await firstSignIn(page, "delinde", WILLEM);
  await page.goto("/mijn/delinde/afspraken");
  await expect(page.getByText("Open uw afspraak om te vragen")).toBeVisible();
  await page.locator("main").getByRole("link", { name: /uur/ }).first().click();
  await follow(page, "Verzetten of afzeggen");
  await press(page, "Versturen");
  await expect(wrong(page)).toContainText("Kies wat u wilt.");
  await page.getByLabel("Verzetten").check();
  await press(page, "Versturen");
  await expect(wrong(page)).toContainText("Schrijf op wanneer u wel kunt.");
  await expect(page.getByLabel("Verzetten")).toBeChecked();
  await accessible(page);
  await shot(page, "client-verzetten-fouten");
  await page.getByLabel("Wanneer kunt u wel?").fill("Dinsdag na vier uur.\nOf vrijdag.");
  await press(page, "Versturen");
  await expect(page.getByText("Verstuurd. U krijgt uiterlijk")).toBeVisible();
  await accessible(page);
  await shot(page, "client-verzetten-gevraagd");

  const petra = await openClinician(browser, server, "petra@delinde.example");
  await petra.goto("/behandelaar/delinde/wijzigingen");
  await accessible(petra);
  await shot(petra, "praktijk-wijzigingen");
  await petra
    .locator("main")
    .getByRole("link", { name: /Willem/ })
    .click();
  await press(petra, "Kan niet");
  await expect(wrong(petra)).toContainText("Schrijf een bericht.");
  await accessible(petra);
  await petra.getByLabel("Bericht").fill("Uw nieuwe afspraak is dinsdag om half vijf.");
  await shot(petra, "praktijk-wijziging");
  await press(petra, "Verwerkt");
  await expect(petra).toHaveURL(/wijzigingen$/);

  await page.reload();
  await expect(page.getByText("Uw nieuwe afspraak is dinsdag om half vijf.")).toBeVisible();
  await expect(page.getByText("De praktijk heeft dit verwerkt.")).toBeVisible();
  await shot(page, "client-verzetten-antwoord");
  await follow(page, "Terug naar de afspraak");
  await expect(page.getByText("De praktijk heeft dit verwerkt.")).toBeVisible();
  await shot(page, "client-afspraak-antwoord");
  await follow(page, "Lees het antwoord");
  await expect(page.getByText("Uw nieuwe afspraak is dinsdag om half vijf.")).toBeVisible();
});

test("F9: a patient gives a new phone number, takes it back, gives it again; staff sees old and new", async ({
  page,
  browser,
  server,
}) => {
  await firstSignIn(page, "delinde", WILLEM);
  await page.goto("/mijn/delinde/profiel");
  await follow(page, "Contactgegevens doorgeven");
  await press(page, "Versturen");
  await expect(wrong(page)).toContainText("U heeft nog niets veranderd.");
  await page.getByLabel("Telefoon").fill("bel maar");
  await press(page, "Versturen");
  await expect(wrong(page)).toContainText("Vul een telefoonnummer in");
  await expect(page.getByLabel("Telefoon")).toHaveValue("bel maar");
  await accessible(page);
  await shot(page, "client-contact-fouten");
  await page.getByLabel("Telefoon").fill("06 11 22 33 44");
  await press(page, "Versturen");
  await expect(page.getByText("U gaf nieuwe gegevens door")).toBeVisible();
  await press(page, "Toch niet");
  await expect(page.getByText("U heeft dit ingetrokken.")).toBeVisible();
  await page.getByLabel("Telefoon").fill("06 11 22 33 55");
  await press(page, "Versturen");
  await accessible(page);
  await shot(page, "client-contact-gevraagd");
  await follow(page, "Terug naar het profiel");
  await expect(page.getByText("U gaf nieuwe gegevens door")).toBeVisible();
  await accessible(page);
  await shot(page, "client-profiel-doorgegeven");
  await follow(page, "Bekijk wat u doorgaf");
  await expect(page.getByText("06 11 22 33 55")).toBeVisible();

  const petra = await openClinician(browser, server, "petra@delinde.example");
  await petra.goto("/behandelaar/delinde/wijzigingen");
  // What waits stands on top, what was taken back below it.
  await petra
    .locator("main")
    .getByRole("link", { name: /Willem/ })
    .first()
    .click();
  await expect(petra.getByText("06 11 22 33 55")).toBeVisible();
  await accessible(petra);
  await shot(petra, "praktijk-contactgegevens");
  await press(petra, "Verwerkt");
  await expect(petra).toHaveURL(/wijzigingen$/);
  await page.reload();
  await expect(page.getByText("De praktijk heeft dit verwerkt.")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("K2 G2: asking to cancel an appointment goes without script", async ({ page }) => {
    await firstSignIn(page, "delinde", WILLEM, false);
    await page.goto("/mijn/delinde/afspraken");
    await page.locator("main").getByRole("link", { name: /uur/ }).first().click();
    await follow(page, "Verzetten of afzeggen");
    await page.getByLabel("Afzeggen").check();
    await press(page, "Versturen");
    await expect(page.getByText("U wilt de afspraak afzeggen")).toBeVisible();
    await press(page, "Toch niet");
    await expect(page.getByText("U heeft dit ingetrokken.")).toBeVisible();
  });
});
