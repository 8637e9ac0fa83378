/** People of the invented world, and how they come in. */
import { expect, type Page } from "@playwright/test";
import type { RunningServer } from "#tests/server.ts";
import type { Inbox } from "./inbox.ts";

export type World = { server: RunningServer; inbox: Inbox };
export type Person = { email: string; mobile: string };

export const anna: Person = { email: "anna@delinde.example", mobile: "+31610000011" };
export const sanne: Person = { email: "sanne@delinde.example", mobile: "+31610000014" };
export const dirk: Person = { email: "dirk@zorgspiegel.example", mobile: "+31610000003" };

/** Signs somebody of the invented world in, with the password that the list of the demo gives. */
export async function signIn(page: Page, { server, inbox }: World, { email, mobile }: Person): Promise<void> {
  type Listed = { email: string; password: string };
  const all = (await (await fetch(`${server.url}/dev/accounts.json`)).json()) as Listed[];
  await page.goto("/inloggen");
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(all.find((one) => one.email === email)!.password);
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByLabel("Code uit de sms").fill(await inbox.code(mobile));
  await page.getByRole("button", { name: "Inloggen" }).click();
  await expect(page).not.toHaveURL(/inloggen/);
}
