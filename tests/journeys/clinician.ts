/** A clinician of the invented world, in a browser of her own, signed in with a code of her app. */
import { expect, type Browser, type Page } from "@playwright/test";
import { generate } from "otplib";
import { openClock } from "#tests/clock.ts";
import type { RunningServer } from "#tests/server.ts";

type Listed = { email: string; password: string; secret?: string };

export async function openClinician(browser: Browser, server: RunningServer, email: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.url, locale: "nl-NL" });
  const page = await context.newPage();
  const all = (await (await fetch(`${server.url}/dev/accounts.json`)).json()) as Listed[];
  const me = all.find((one) => one.email === email)!;
  await page.goto("/inloggen");
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(me.password);
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page).toHaveURL(/inloggen\/code/);
  // A code that is newer than the one that was used when the invented world was made, however long that took.
  const clock = openClock(server);
  await clock.advance("PT2M");
  const epoch = Math.floor((await clock.now()).getTime() / 1000);
  await page.getByLabel(/Code uit (?:de|uw) app/).fill(await generate({ secret: me.secret ?? "", epoch }));
  await page.getByRole("button", { name: "Inloggen" }).click();
  await expect(page).not.toHaveURL(/inloggen/);
  return page;
}

/** The client asks for the record in the portal, and the clinician links it. */
export async function linked(page: Page, karin: Page): Promise<void> {
  await page.goto("/mijn/getij/zorgdossier");
  await page.getByRole("button", { name: "Vraag uw behandelaar" }).first().click();
  await karin.goto("/behandelaar/getij");
  await karin
    .getByRole("link", { name: /Fatima Yilmaz-de Wit vroeg/ })
    .first()
    .click();
  await karin.getByRole("link", { name: "Dossier koppelen" }).first().click();
  await karin.getByRole("button", { name: "Koppelen", exact: true }).first().click();
  await expect(karin.getByText(/Gekoppeld op/)).toBeVisible();
}
