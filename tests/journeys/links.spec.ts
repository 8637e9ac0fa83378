import type { Page } from "@playwright/test";
import { beside } from "./beside.ts";
import { accessible, expect, shot, test } from "./ground.ts";

const NOOR = "noor@delinde.example";
const MOBILE = "+31610000071";
const PASSWORD = "zeven groene stoelen bij de vijver";

const heading = (page: Page) => page.getByRole("heading", { level: 1 });

async function choose(page: Page): Promise<void> {
  await page.getByLabel("Kies een wachtwoord").fill(PASSWORD);
  await page.getByRole("button", { name: "Verder" }).click();
}

test("I-10 L01 L02: a mail scanner opens and posts the link first; the person still activates, once", async ({
  page,
  browser,
  request,
  server,
  inbox,
}) => {
  await beside(server, "invite", NOOR);
  const link = inbox.link(await inbox.mail(NOOR, /is actief/), /^\/a\//);
  for (let looks = 0; looks < 3; looks++) await request.head(link);
  const scanner = await browser.newContext({ baseURL: server.url });
  const eager = await scanner.newPage();
  await eager.goto(link);
  // Some scanners press the button that they see.
  await eager.getByRole("button").last().click();
  await expect(eager.getByRole("alert").first()).toBeVisible();
  await page.goto(link);
  await expect(page).toHaveURL(/\/activeren$/);
  await choose(page);
  await page.getByLabel("Code uit de sms").fill(await inbox.code(MOBILE));
  await page.getByRole("button", { name: "Account activeren" }).click();
  await expect(page).toHaveURL(/voorwaarden/);
  await eager.goto(link);
  await expect(heading(eager)).toHaveText("Dit account is al actief");
  await expect(eager.getByRole("link", { name: "Naar inloggen" })).toBeVisible();
  await shot(eager, "activeren-al-gebruikt");
  await scanner.close();
});

test("I-10 B2 B4: an expired activation has one button; a replaced one says when the newer was sent; a torn one what to do", async ({
  page,
  server,
  inbox,
  clock,
}) => {
  await beside(server, "invite", NOOR);
  const old = inbox.link(await inbox.mail(NOOR, /is actief/), /^\/a\//);
  await clock.advance("P8D");
  await page.goto(old);
  await expect(heading(page)).toHaveText("Deze link is verlopen");
  await expect(page.locator("main")).not.toContainText("Hoekstra");
  await accessible(page);
  await shot(page, "activeren-verlopen");
  await page.getByRole("button", { name: "Stuur een nieuwe link" }).click();
  await expect(heading(page)).toHaveText("Kijk in uw e-mail");
  await expect
    .poll(async () => inbox.link(await inbox.mail(NOOR, /is actief/), /^\/a\//), { timeout: 15_000 })
    .not.toBe(old);
  await page.goto(old);
  await expect(heading(page)).toHaveText("Er is een nieuwere link");
  await page.goto(old.slice(0, -3));
  await expect(heading(page)).toHaveText("Deze link werkt niet");
  await page.goto(inbox.link(await inbox.mail(NOOR, /is actief/), /^\/a\//));
  await choose(page);
  await expect(page.getByLabel("Code uit de sms")).toBeVisible();
  await clock.advance("P31D");
  await page.goto(old);
  await expect(page).toHaveURL(/\/activeren\/verlopen$/);
  await expect(heading(page)).toHaveText("Uw uitnodiging is verlopen");
});

test("I-11 A11 L01: forgotten password; the link works once, for half an hour, and never twice at a time", async ({
  page,
  server,
  inbox,
  clock,
}) => {
  await beside(server, "invite", NOOR);
  await page.goto(inbox.link(await inbox.mail(NOOR, /is actief/), /^\/a\//));
  await choose(page);
  await page.getByLabel("Code uit de sms").fill(await inbox.code(MOBILE));
  await page.getByRole("button", { name: "Account activeren" }).click();
  await page.context().clearCookies();
  const seen = new Set<string>();
  const ask = async () => {
    await page.goto("/wachtwoord-vergeten");
    await page.getByLabel("E-mailadres").fill(NOOR);
    await page.getByRole("button", { name: "Stuur de e-mail" }).click();
    let found = "";
    await expect
      .poll(async () => !seen.has((found = inbox.link(await inbox.mail(NOOR, /wachtwoord/i), /^\/w\//))), {
        timeout: 15_000,
      })
      .toBe(true);
    seen.add(found);
    return found;
  };
  const first = await ask();
  await clock.advance("PT2M");
  const second = await ask();
  await page.goto(first);
  await expect(heading(page)).toHaveText("Deze link werkt niet meer");
  await accessible(page);
  await clock.advance("PT31M");
  await page.goto(second);
  await expect(heading(page)).toHaveText("Deze link werkt niet meer");
  await shot(page, "wachtwoord-link-verlopen");
  const third = await ask();
  await page.goto(third);
  await page
    .getByLabel(/wachtwoord/i)
    .first()
    .fill("acht blauwe fietsen langs de dijk");
  await page.getByRole("button", { name: "Opslaan" }).click();
  await expect(page.getByText("Uw nieuwe wachtwoord is ingesteld")).toBeVisible();
  await page.goto(third);
  await expect(heading(page)).toHaveText("Deze link werkt niet meer");
});
