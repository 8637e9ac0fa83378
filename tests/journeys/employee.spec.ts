import { anna, sanne, signIn } from "./demo-people.ts";
import { accessible, expect, shot, test } from "./ground.ts";

test.use({ world: "demo" });

test("I-13 Z02: an employee with reports sees them; without, signed out on the next request and told whom to ask; and back", async ({
  page,
  browser,
  server,
  inbox,
}) => {
  const world = { server, inbox };
  await signIn(page, world, anna);
  const employee = await (await browser.newContext({ baseURL: server.url, locale: "nl-NL" })).newPage();
  await signIn(employee, world, sanne);
  await expect(employee.getByRole("link", { name: /^Diabetes type 2: alle/ })).toBeVisible();
  await expect(employee.getByRole("link", { name: "Administratie" })).toHaveCount(0);

  const change = async (answer: "Ja" | "Nee") => {
    await page.goto("/administratie");
    await page.getByRole("link", { name: "Sanne de Boer" }).click();
    await page.getByRole("group", { name: "Rapportages" }).getByLabel(answer).check();
    // Given anew, nothing is filled in beforehand.
    await page.getByRole("group", { name: "Patiëntdetails" }).getByLabel("Nee").check();
    if (answer === "Ja") await page.getByLabel("Alle rapportgroepen, ook nieuwe").check();
    await page.getByRole("button", { name: "Opslaan", exact: true }).click();
    await expect(
      page.getByText(answer === "Ja" ? "De toegang is aangepast" : "is ingetrokken. Dit werkt"),
    ).toBeVisible();
  };
  await change("Nee");
  await employee.goto("/rapportages");
  await expect(employee).toHaveURL(/\/inloggen/);
  await signIn(employee, world, sanne);
  for (const path of ["/rapportages/DM-201", "/rapportages/DM-201/rapport.pdf", "/administratie", "/servicedesk"]) {
    expect((await employee.request.get(path, { maxRedirects: 0 })).status(), path).toBe(403);
  }
  expect((await employee.goto("/rapportages"))?.status()).toBe(403);
  await expect(employee.locator("main")).toContainText("zorgverlener");
  await accessible(employee);
  await shot(employee, "medewerker-zonder-rapportages");
  await change("Ja");
  await signIn(employee, world, sanne);
  await expect(employee.getByRole("link", { name: /^Diabetes type 2: alle/ })).toBeVisible();
});

test("S03: after signing out, Back shows nothing of what was seen", async ({ page, server, inbox }) => {
  await signIn(page, { server, inbox }, anna);
  await page.goto("/rapportages");
  await page.getByRole("link", { name: /^Diabetes type 2: alle/ }).click();
  await page.getByRole("link", { name: "HbA1c bepaald" }).click();
  await expect(page.getByText("Uw praktijk nu")).toBeVisible();
  await page.getByRole("button", { name: "Uitloggen" }).click();
  await expect(page.getByText("U bent uitgelogd.")).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Inloggen");
  await expect(page.locator("body")).not.toContainText("Uw praktijk nu");
});

test("I-12: the desk asks, and an empty answer is not taken", async ({ page, server, inbox }) => {
  await signIn(page, { server, inbox }, anna);
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
