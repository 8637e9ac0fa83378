import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { linked, openClinician } from "./clinician.ts";
import { FATIMA, firstSignIn, throughDigid } from "./digid.ts";
import { accessible, expect, shot, test } from "./ground.ts";

test.use({ world: "demo", digid: true, viewport: { width: 390, height: 844 } });

const heading = (page: Page) => page.getByRole("heading", { level: 1 });
const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const follow = (page: Page, name: string | RegExp) => page.getByRole("link", { name }).first().click();

test("G-02 G-04 G4 G-06 G-07: ask, linked by the clinician, from the front page to a letter that is viewed and downloaded", async ({
  page,
  browser,
  server,
}) => {
  await firstSignIn(page, "getij", FATIMA);
  await expect(page.getByText("Nog niet gekoppeld", { exact: true })).toBeVisible();
  await shot(page, "client-overzicht-niet-gekoppeld");
  await page.goto("/mijn/getij/zorgdossier");
  await shot(page, "client-dossier-niet-gekoppeld");
  const karin = await openClinician(browser, server, "karin@getij.example");
  await press(page, "Vraag uw behandelaar");
  await shot(page, "client-dossier-gevraagd");
  await karin.goto("/behandelaar/getij");
  await accessible(karin);
  await shot(karin, "behandelaar-clienten");
  await follow(karin, /Fatima Yilmaz-de Wit vroeg/);
  await accessible(karin);
  await shot(karin, "behandelaar-client");
  await follow(karin, "Dossier koppelen");
  await accessible(karin);
  await shot(karin, "behandelaar-koppelen");
  await press(karin, "Koppelen");
  await expect(karin.getByText(/Gekoppeld op/)).toBeVisible();

  await page.goto("/mijn/getij");
  const counted = Number(/(\d+) onderdelen/.exec(await page.locator("main").innerText())![1]);
  expect(counted).toBeGreaterThan(8);
  await shot(page, "client-overzicht-gekoppeld");
  await follow(page, "Zorgdossier");
  await expect(page.getByText(`Hier staan ${counted} onderdelen`)).toBeVisible();
  await expect(page.getByText("Eerdere en afgesloten behandelingen")).toBeVisible();
  await expect(page.getByText("Opnames van gesprekken")).toBeAttached();
  await accessible(page);
  await shot(page, "client-dossier");
  await follow(page, "Brief aan uw huisarts");
  await accessible(page);
  await shot(page, "client-brief");
  const inline = await page.request.get(`${page.url()}/bekijken`);
  expect(inline.headers()["content-disposition"]).toContain("inline");
  await follow(page, "Downloaden");
  await expect(heading(page)).toHaveText("Is dit uw eigen apparaat?");
  await accessible(page);
  await shot(page, "client-eigen-apparaat");
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Ja, downloaden")]);
  expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  expect(
    readFileSync(await download.path())
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");

  await page.goto("/mijn/getij/zorgdossier");
  await follow(page, "Uw plan voor moeilijke dagen");
  await expect(page.getByText("Wandelen, mijn zus bellen")).toBeVisible();
  await shot(page, "client-word");
  await page.goto("/mijn/getij/veiligheid");
  await accessible(page);
  await press(page, "Dit is mijn eigen apparaat");
  await shot(page, "client-veiligheid");
  await page.goto("/mijn/getij/zorgdossier");
  await follow(page, "Brief aan uw huisarts");
  const [straight] = await Promise.all([page.waitForEvent("download"), follow(page, "Downloaden")]);
  expect(straight.suggestedFilename()).toMatch(/\.pdf$/);
});

test("G8 G-08 G7: a wish to correct, refused with a reason, the own statement beside the text; and all of it in the log", async ({
  page,
  browser,
  server,
}) => {
  await firstSignIn(page, "getij", FATIMA);
  const karin = await openClinician(browser, server, "karin@getij.example");
  await linked(page, karin);
  await page.goto("/mijn/getij/zorgdossier");
  await follow(page, "Diagnose");
  await follow(page, "Klopt dit niet?");
  await accessible(page);
  await press(page, "Verder");
  await expect(page.getByRole("alert").first()).toBeVisible();
  await shot(page, "client-verzoek-fouten");
  await page.getByLabel("Iets laten verbeteren").check();
  await page.getByRole("checkbox").first().check();
  await page.getByLabel("Wat wilt u zeggen of vragen?").fill("Ik had geen lichte, maar een zware periode.");
  await press(page, "Verder");
  await expect(heading(page)).toHaveText("Klopt het zo?");
  await shot(page, "client-verzoek-controle");
  await press(page, "Versturen");
  await expect(page.getByText(/U krijgt uiterlijk/)).toBeVisible();
  await shot(page, "client-verzoek");

  await karin.goto("/behandelaar/getij/verzoeken");
  await accessible(karin);
  await shot(karin, "behandelaar-verzoeken");
  await karin
    .getByRole("link", { name: /Fatima Yilmaz-de Wit/ })
    .first()
    .click();
  await press(karin, "In behandeling nemen");
  await accessible(karin);
  await shot(karin, "behandelaar-verzoek");
  await karin.getByLabel("Uw antwoord").fill("De ernst is vastgesteld met een vragenlijst. Wij praten er graag over.");
  await press(karin, "Afwijzen");

  await page.reload();
  await expect(page.getByText("Afgewezen")).toBeVisible();
  await expect(page.getByText("vastgesteld met een vragenlijst")).toBeVisible();
  await follow(page, "Voeg uw eigen verklaring toe");
  await page.getByLabel("Wat wilt u zeggen of vragen?").fill("Ik heb die tijd als zwaar ervaren.");
  await press(page, "Verder");
  await press(page, "Versturen");
  await page.goto("/mijn/getij/zorgdossier");
  await follow(page, "Diagnose");
  await expect(page.getByText("Ik heb die tijd als zwaar ervaren.")).toBeVisible();
  await shot(page, "client-verklaring");

  await page.goto("/mijn/getij/inzage");
  await expect(page.getByText("Karin Molenaar").first()).toBeVisible();
  await accessible(page);
  await shot(page, "client-wie-keek");
  const file = await page.request.get("/mijn/getij/inzage/bestand.csv?eigen=1");
  expect((await file.text()).split("\r\n").length).toBeGreaterThan(20);
});

test("G-08: the clinician notes that the client disagrees, and shields a part from whoever looks on the client's behalf", async ({
  page,
  browser,
  server,
}) => {
  await firstSignIn(page, "getij", FATIMA);
  const karin = await openClinician(browser, server, "karin@getij.example");
  await linked(page, karin);
  await follow(karin, "Diagnose");
  await accessible(karin);
  await shot(karin, "behandelaar-onderdeel");
  await press(karin, "Noteren");
  await expect(karin.getByRole("alert").first()).toBeVisible();
  await karin.getByLabel("Waarmee is de cliënt het niet eens?").fill("Mevrouw vindt het woord ‘licht’ niet passen.");
  await press(karin, "Noteren");
  await expect(karin.getByText("Mevrouw vindt het woord")).toBeVisible();
  await karin.getByLabel("Reden").fill("Op verzoek van mevrouw.");
  await press(karin, "Afschermen");
  await expect(karin.getByText("Dit onderdeel is afgeschermd")).toBeVisible();
  await page.goto("/mijn/getij/zorgdossier");
  await follow(page, "Diagnose");
  await expect(page.getByText("Mevrouw vindt het woord")).toBeVisible();
  await accessible(page);
  await shot(page, "client-niet-eens");
});

test("G5 G-05 G-11: appointments, one of them for the calendar, and the home screen", async ({ page }) => {
  await firstSignIn(page, "getij", FATIMA);
  await page.goto("/mijn/getij/afspraken");
  await accessible(page);
  await shot(page, "client-afspraken");
  await page
    .getByRole("link", { name: /2026 om/ })
    .first()
    .click();
  await accessible(page);
  await shot(page, "client-afspraak");
  const calendar = await page.request.get(`${page.url()}/agenda.ics`);
  const text = await calendar.text();
  expect(text).toContain("SUMMARY:Afspraak");
  expect(text).not.toMatch(/Getij|Karin|Gesprek/);
  const manifest = (await (await page.request.get("/mijn/getij/app.webmanifest")).json()) as { start_url: string };
  expect(manifest.start_url).toContain("/mijn/getij");
});

test("G6 G-10 G-03: the tour by keyboard, stopped and taken up again, ends at the appointments", async ({ page }) => {
  await firstSignIn(page, "getij", FATIMA);
  await follow(page, "Start de rondleiding");
  await accessible(page);
  await shot(page, "client-rondleiding");
  await press(page, "Volgende");
  await press(page, "Volgende");
  await page.goto("/mijn/getij");
  await follow(page, "Ga verder met de rondleiding");
  await expect(page.getByText("Stap 3 van 6")).toBeVisible();
  for (let step = 3; step < 6; step++) await press(page, "Volgende");
  await press(page, "Klaar, naar mijn afspraken");
  await expect(page).toHaveURL(/afspraken$/);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("K2 G-07: the record and a letter go without script", async ({ page, browser, server }) => {
    await firstSignIn(page, "getij", FATIMA, false);
    await linked(page, await openClinician(browser, server, "karin@getij.example"));
    await page.goto("/mijn/getij/zorgdossier");
    await follow(page, "Brief aan uw huisarts");
    await follow(page, "Downloaden");
    const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Ja, downloaden")]);
    expect(download.suggestedFilename()).toMatch(/\.pdf$/);
  });
});

test("D03 U-02: with a mailed code the record that came in by BSN stays shut; a weaker DigiD opens the network only", async ({
  page,
}) => {
  await page.goto("/mijn/buurtkring");
  await throughDigid(page, { bsn: "999995844", level: "20" });
  await press(page, "Ik ga akkoord");
  await expect(heading(page)).toContainText("Jet Okafor");
  await page.goto("/mijn/getij");
  await throughDigid(page, { bsn: FATIMA, level: "20" });
  await expect(heading(page)).toHaveText("Uw DigiD is nog niet sterk genoeg");
});
