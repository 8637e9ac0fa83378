import type { Browser, BrowserContextOptions, Locator, Page } from "@playwright/test";
import type { RunningServer } from "#tests/server.ts";
import { accessible, expect, shot, test } from "./ground.ts";
import type { Inbox } from "./inbox.ts";

test.use({ world: "demo" });
test.setTimeout(180_000);

const PRACTICE = "praktijk@dees.example";
const OWN = "tineke@dees.example";
const MOBILE = "+31610000061";
const AGENT_MOBILE = "+31610000001";
const NURSE = { email: "wouter@dees.example", mobile: "+31610000062", name: "Wouter Prins" };
const PASSWORD = "zeven groene stoelen bij de vijver";

type Account = { role: string; email: string; password: string };
type Mode = "mouse" | "keyboard";
type World = { server: RunningServer; inbox: Inbox; mode: Mode };

/** Presses Tab until the wanted thing has the focus, as somebody without a mouse does. */
async function reach(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 150; presses++) {
    if (await wanted.evaluate((one) => one === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`not reached by keyboard: ${wanted.toString()}`);
}

/** The same acts by mouse and by keyboard. */
function hands(page: Page, mode: Mode) {
  const byKey = mode === "keyboard";
  return {
    press: async (wanted: Locator) => {
      if (!byKey) return wanted.click();
      await reach(page, wanted);
      const unfolds = await wanted.evaluate((one) => one.tagName === "SUMMARY");
      await Promise.all([unfolds ? null : page.waitForEvent("load"), page.keyboard.press("Enter")]);
    },
    check: async (wanted: Locator) => {
      if (!byKey) return wanted.check();
      const group = await wanted.getAttribute("name");
      const isRadio = (await wanted.getAttribute("type")) === "radio";
      if (!isRadio) {
        await reach(page, wanted);
        return page.keyboard.press("Space");
      }
      await reach(page, page.locator(`input[name="${group ?? ""}"]`).first());
      await page.keyboard.press("Space");
      for (let turns = 0; turns < 6 && !(await wanted.isChecked()); turns++) await page.keyboard.press("ArrowDown");
    },
    fill: async (wanted: Locator, text: string) => {
      if (!byKey) return wanted.fill(text);
      await reach(page, wanted);
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(text);
    },
  };
}

async function accountOf(server: RunningServer, role: string): Promise<Account> {
  const all = (await (await fetch(`${server.url}/dev/accounts.json`)).json()) as Account[];
  return all.find((one) => one.role === role)!;
}

async function signIn(page: Page, { mode, inbox }: World, person: { email: string; password: string; mobile: string }) {
  const { fill, press } = hands(page, mode);
  await page.goto("/inloggen");
  await fill(page.getByLabel("E-mailadres"), person.email);
  await fill(page.getByLabel("Wachtwoord", { exact: true }), person.password);
  await press(page.getByRole("button", { name: "Verder" }));
  await expect(page).toHaveURL(/\/inloggen\/code/);
  await fill(page.getByLabel("Code uit de sms"), await inbox.code(person.mobile));
  await press(page.getByRole("button", { name: "Inloggen" }));
  await expect(page).not.toHaveURL(/inloggen/);
}

async function openDesk(browser: Browser, world: World, options: BrowserContextOptions): Promise<Page> {
  const agent = await accountOf(world.server, "agent");
  const desk = await (await browser.newContext({ baseURL: world.server.url, locale: "nl-NL", ...options })).newPage();
  const { fill, press } = hands(desk, world.mode);
  await desk.goto("/inloggen");
  await fill(desk.getByLabel("E-mailadres"), agent.email);
  await fill(desk.getByLabel("Wachtwoord", { exact: true }), agent.password);
  await press(desk.getByRole("button", { name: "Verder" }));
  await fill(desk.getByLabel("Code uit de sms"), await world.inbox.code(AGENT_MOBILE));
  await press(desk.getByRole("button", { name: "Inloggen" }));
  await expect(desk).toHaveURL(/\/servicedesk$/);
  return desk;
}

async function register(page: Page, { mode, inbox }: World): Promise<void> {
  const { fill, press, check } = hands(page, mode);
  await page.goto("/");
  await shot(page, "heel-1-voorpagina");
  await press(page.getByRole("link", { name: "Aanmelden" }));
  await check(page.getByLabel("Ik ben al aangesloten"));
  await press(page.getByRole("button", { name: "Verder" }));
  await fill(page.getByLabel("AGB-code zorgverlener"), "01012409");
  await fill(page.getByLabel("AGB-code praktijk"), "01054364");
  await fill(page.getByLabel("Voornaam"), "Tineke");
  await fill(page.getByLabel("Achternaam"), "Scholten");
  await fill(page.getByLabel("E-mailadres van de praktijk", { exact: true }), PRACTICE);
  await fill(page.getByLabel("E-mailadres van de praktijk (controle)"), PRACTICE);
  await fill(page.getByLabel("Eigen e-mailadres"), OWN);
  await fill(page.getByLabel("Mobiel nummer"), "0610000061");
  await press(page.getByRole("button", { name: "Verzenden" }));
  await expect(page.getByText("T. Scholten")).toBeVisible();
  await press(page.getByRole("button", { name: /Verstuur de aanvraag/ }));
  await expect(page).toHaveURL(/\/registreren\/ontvangen$/);
  await inbox.mail(PRACTICE, /ontvangen/);
}

async function takeThrough(desk: Page, { mode }: World): Promise<void> {
  const { fill, press, check } = hands(desk, mode);
  await desk.goto("/servicedesk");
  await fill(desk.getByLabel("Zoeken"), "Scholten");
  await press(desk.getByRole("button", { name: "Toon" }));
  await press(desk.getByRole("link", { name: /^R-/ }));
  await press(desk.getByRole("button", { name: "Neem in behandeling" }));
  await check(desk.getByLabel(/0599 550 124/));
  await fill(desk.getByLabel("Wie heeft u gesproken?"), "Mevrouw Postma");
  await check(desk.getByLabel(/^Bevestigd/));
  await press(desk.getByRole("button", { name: "Leg het gesprek vast" }));
  for (let open = 0; open < 5; open++) {
    const accept = desk.locator("summary", { hasText: "Toch goedkeuren" });
    if ((await accept.count()) === 0) break;
    await press(accept.first());
    await fill(desk.getByLabel(/Waarom mag/).first(), "Nagevraagd bij de praktijk.");
    await press(desk.getByRole("button", { name: "Toch goedkeuren" }).first());
  }
  await press(desk.getByRole("button", { name: "Verstuur de machtiging" }));
  await expect(desk.getByText("Machtiging gemaild")).toBeVisible();
}

async function sign(page: Page, { mode, inbox }: World): Promise<void> {
  const { fill, press, check } = hands(page, mode);
  const mail = await inbox.mail(PRACTICE, /Onderteken/);
  for (const entered of ["01012409", "01054364", "Tineke", "Scholten", PRACTICE, OWN])
    expect(mail.text).toContain(entered);
  await page.goto(inbox.link(mail, /^\/m\//));
  await press(page.getByRole("link", { name: "Ik wil ondertekenen" }));
  await fill(page.getByLabel("Uw naam"), "Tineke Scholten");
  await check(page.getByRole("checkbox"));
  await press(page.getByRole("button", { name: "Stuur mij de code" }));
  await fill(page.getByLabel("Code", { exact: true }), await inbox.code(MOBILE));
  await press(page.getByRole("button", { name: /[Oo]nderteken/ }));
  await expect(page).toHaveURL(/\/machtiging\/ondertekend$/);
  await inbox.mail(PRACTICE, /ondertekend/i);
}

async function activate(page: Page, { mode, inbox }: World, person: { email: string; mobile: string }): Promise<void> {
  const { fill, press } = hands(page, mode);
  const mail = await inbox.mail(person.email, /is actief/);
  await page.goto(inbox.link(mail, /^\/a\//));
  await shot(page, "heel-activeren");
  await fill(page.getByLabel("Kies een wachtwoord"), PASSWORD);
  await press(page.getByRole("button", { name: "Verder" }));
  await fill(page.getByLabel("Code uit de sms"), await inbox.code(person.mobile));
  await press(page.getByRole("button", { name: "Account activeren" }));
  await expect(page).toHaveURL(/\/voorwaarden\/accepteren$/);
  await shot(page, "heel-voorwaarden");
  await press(page.getByRole("button", { name: "Ik ga akkoord", exact: true }));
}

async function throughToReport(
  page: Page,
  browser: Browser,
  world: World,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const { press } = hands(page, world.mode);
  await register(page, world);
  const desk = await openDesk(browser, world, options);
  await takeThrough(desk, world);
  await sign(page, world);
  await desk.reload();
  await hands(desk, world.mode).press(desk.getByRole("button", { name: "Keur goed en activeer" }));
  await page.context().clearCookies();
  await activate(page, world, { email: OWN, mobile: MOBILE });
  await expect(page).toHaveURL(/\/rapportages$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("De Es");
  await page.context().clearCookies();
  await signIn(page, world, { email: OWN, password: PASSWORD, mobile: MOBILE });
  await expect(page).toHaveURL(/\/rapportages$/);
  const scripted = options.javaScriptEnabled !== false;
  // The examination itself is a script in the page.
  if (scripted) await accessible(page);
  await shot(page, "heel-rapportages");
  await press(page.getByRole("link", { name: /^Diabetes type 2: alle/ }));
  await press(page.getByRole("link", { name: "HbA1c bepaald" }));
  await expect(page.getByRole("img").first()).toBeVisible();
  if (scripted) await accessible(page);
  await shot(page, "heel-indicator");
  return desk;
}

test("I-01 I-02 I-03 I-05 I-07 I-08 I-09 I-10 I-11 I-12 I-13 I-14 Z02: from the front page to the first report, and an employee in and out again", async ({
  page,
  browser,
  server,
  inbox,
}) => {
  const world: World = { server, inbox, mode: "mouse" };
  const desk = await throughToReport(page, browser, world);
  await page.goto("/administratie");
  await shot(page, "heel-administratie");
  await page.getByRole("link", { name: "Account aanvragen" }).click();
  await page.getByLabel("Voornaam").fill("Wouter");
  await page.getByLabel("Achternaam").fill("Prins");
  await page.getByLabel("Functie").fill("Praktijkondersteuner");
  await page.getByLabel("Eigen e-mailadres van de medewerker").fill(NURSE.email);
  await page.getByLabel(/^Mobiel nummer/).fill("0610000062");
  await page.getByRole("group", { name: "Rapportages" }).getByLabel("Ja").check();
  await page.getByRole("group", { name: "Patiëntdetails" }).getByLabel("Nee").check();
  await page.getByLabel("Alle rapportgroepen, ook nieuwe").check();
  await accessible(page);
  await shot(page, "heel-account-aanvragen");
  await page.getByRole("button", { name: "Verzenden" }).click();
  await expect(page.getByText("is verstuurd")).toBeVisible();

  await desk.goto("/servicedesk?zoek=Prins");
  await desk.getByRole("link", { name: /^M-/ }).click();
  await desk.getByRole("button", { name: "In behandeling nemen" }).click();
  await accessible(desk);
  await shot(desk, "heel-medewerker-zaak");
  await desk.getByRole("button", { name: "Goedkeuren en activatiemail sturen" }).click();

  const nurse = await (await browser.newContext({ baseURL: server.url, locale: "nl-NL" })).newPage();
  await activate(nurse, world, NURSE);
  await expect(nurse).toHaveURL(/\/rapportages$/);
  expect((await nurse.request.get("/administratie", { maxRedirects: 0 })).status()).toBe(403);

  await page.goto("/administratie");
  await page.getByRole("link", { name: NURSE.name }).click();
  await accessible(page);
  await shot(page, "heel-medewerker");
  await page.getByRole("button", { name: "Trek in wat ik gaf" }).click();
  await expect(page.getByText("De toegang die u gaf, is ingetrokken")).toBeVisible();
  await nurse.goto("/rapportages");
  await expect(nurse).toHaveURL(/\/inloggen/);
  await signIn(nurse, world, { ...NURSE, password: PASSWORD });
  expect((await nurse.request.get("/rapportages", { maxRedirects: 0 })).status()).toBe(403);
  await shot(nurse, "heel-zonder-toegang");
  await expect(page.getByText("Alle mensen, praktijken en cijfers zijn verzonnen")).toBeVisible();
});

test("K2: the whole path with scripts switched off", async ({ browser, server, inbox }) => {
  const options = { javaScriptEnabled: false };
  const context = await browser.newContext({ baseURL: server.url, locale: "nl-NL", ...options });
  const page = await context.newPage();
  await throughToReport(page, browser, { server, inbox, mode: "mouse" }, options);
});

test("K1: the whole path by keyboard alone", async ({ page, browser, server, inbox }) => {
  await throughToReport(page, browser, { server, inbox, mode: "keyboard" });
});
