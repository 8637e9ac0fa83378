import type { Page } from "@playwright/test";
import type { RunningServer } from "#tests/server.ts";
import { accessible, expect, shot, test } from "./ground.ts";
import type { Inbox } from "./inbox.ts";

test.use({ world: "demo" });

type World = { server: RunningServer; inbox: Inbox };

/** Signs somebody of the invented practice in, as the list of the demo says. */
async function signIn(page: Page, { server, inbox }: World, email: string, mobile: string): Promise<void> {
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

test("I-13 Z02: an employee with reports sees them; without, signed out on the next request and told whom to ask; and back", async ({
  page,
  browser,
  server,
  inbox,
}) => {
  const sanne = { email: "sanne@delinde.example", mobile: "+31610000014" };
  const world = { server, inbox };
  await signIn(page, world, "anna@delinde.example", "+31610000011");
  const employee = await (await browser.newContext({ baseURL: server.url, locale: "nl-NL" })).newPage();
  await signIn(employee, world, sanne.email, sanne.mobile);
  await expect(employee.getByRole("link", { name: "HbA1c bepaald" })).toBeVisible();
  await expect(employee.getByRole("link", { name: "Administratie" })).toHaveCount(0);

  const change = async (answer: "Ja" | "Nee") => {
    await page.goto("/administratie");
    await page.getByRole("link", { name: "Sanne de Boer" }).click();
    await page.getByRole("group", { name: "Rapportages" }).getByLabel(answer).check();
    await page.getByRole("button", { name: "Opslaan", exact: true }).click();
    await expect(page.getByText("De toegang is aangepast")).toBeVisible();
  };
  await change("Nee");
  await employee.goto("/rapportages");
  await expect(employee).toHaveURL(/\/inloggen/);
  await signIn(employee, world, sanne.email, sanne.mobile);
  for (const path of ["/rapportages/DM-201", "/rapportages/DM-201/rapport.pdf", "/administratie", "/servicedesk"]) {
    expect((await employee.request.get(path, { maxRedirects: 0 })).status(), path).toBe(403);
  }
  expect((await employee.goto("/rapportages"))?.status()).toBe(403);
  await expect(employee.locator("main")).toContainText("zorgverlener");
  await accessible(employee);
  await shot(employee, "medewerker-zonder-rapportages");
  await change("Ja");
  await signIn(employee, world, sanne.email, sanne.mobile);
  await expect(employee.getByRole("link", { name: "HbA1c bepaald" })).toBeVisible();
});

test("S03: after signing out, Back shows nothing of what was seen", async ({ page, server, inbox }) => {
  await signIn(page, { server, inbox }, "anna@delinde.example", "+31610000011");
  await page.goto("/rapportages");
  await page.getByRole("link", { name: "HbA1c bepaald" }).click();
  await expect(page.getByText("Uw praktijk nu")).toBeVisible();
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await expect(page.getByText("U bent uitgelogd.")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inloggen");
  await expect(page.locator("body")).not.toContainText("Uw praktijk nu");
});

test("I-12: the desk asks, and an empty answer is not taken", async ({ page, server, inbox }) => {
  await signIn(page, { server, inbox }, "anna@delinde.example", "+31610000011");
  await page.goto("/administratie");
  const send = page.getByRole("button", { name: /antwoord/i });
  await send.click();
  await expect(page.getByText("Vul dit in.")).toBeVisible();
  await accessible(page);
  await shot(page, "administratie-antwoord-leeg");
  await page.getByLabel(/antwoord/i).fill("Dewi werkt hier al.");
  await send.click();
  await expect(page.getByLabel(/antwoord/i)).toHaveCount(0);
});
