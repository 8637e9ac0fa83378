import { beside } from "./beside.ts";
import { enter } from "./enter.ts";
import { accessible, expect, shot, test } from "./ground.ts";

test("M-75: two practitioners gave access; one takes the own away, reads what stays, and the other is told", async ({
  page,
  browser,
  server,
  inbox,
}) => {
  const made = await beside(server, "workingPractice");
  const at = `/administratie/medewerkers/${made.membershipId}`;
  await enter(page.context(), made.gp);
  await page.goto("/administratie");
  await expect(page.getByRole("row", { name: made.employeeName })).toContainText("Gegeven door u en Ilse Kramer");
  await accessible(page);
  await page.getByRole("link", { name: made.employeeName }).click();
  await expect(page.getByRole("heading", { name: "Door u gegeven" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Gegeven door Ilse Kramer" })).toBeVisible();
  await expect(page.getByText("De toegang van Ilse Kramer blijft")).toBeVisible();
  await accessible(page);
  await shot(page, "grants-two");
  await page.getByRole("button", { name: "Trek in wat ik gaf" }).click();
  await expect(page.getByRole("status")).toContainText("Diabetes type 2, COPD");
  await expect(page.getByRole("status")).toContainText("Gegeven door Ilse Kramer");
  await expect(page.getByRole("button", { name: "Trek in wat ik gaf" })).toHaveCount(0);
  await accessible(page);
  await shot(page, "taken-away");

  await inbox.mail(made.colleagueEmail, /trok de toegang/);
  const other = await (await browser.newContext({ baseURL: server.url, locale: "nl-NL" })).newPage();
  await enter(other.context(), made.colleague);
  await other.goto(at);
  await expect(other.getByText(`${made.gpName} trok de eigen toegang in`)).toBeVisible();
  await other.getByRole("button", { name: "Trek in wat ik gaf" }).click();
  await expect(other.getByRole("status")).toContainText("ziet nu niets meer");
});

test("M-77: report groups are chosen in words; none is an error at the list, and the employee reads what is open", async ({
  page,
  browser,
  server,
}) => {
  const made = await beside(server, "workingPractice");
  const employee = await (await browser.newContext({ baseURL: server.url, locale: "nl-NL" })).newPage();
  await enter(employee.context(), made.employee);
  await employee.goto("/praktijk");
  await expect(employee.getByRole("heading", { name: "Gegeven door Ilse Kramer" })).toBeVisible();
  await expect(employee.getByText("Diabetes type 2, COPD")).toBeVisible();
  await accessible(employee);
  await shot(employee, "employee-practice");
  await enter(page.context(), made.colleague);
  await page.goto(`/administratie/medewerkers/${made.membershipId}`);
  const list = page.getByRole("group", { name: "Rapportgroepen", exact: true });
  await expect(list.getByLabel("Diabetes type 2")).toBeChecked();
  await page.getByLabel("Alle rapportgroepen, ook nieuwe").check();
  await expect(list).toBeHidden();
  await page.getByLabel("Alleen deze rapportgroepen").check();
  await list.getByLabel("Diabetes type 2").uncheck();
  await list.getByLabel("COPD").uncheck();
  await page.getByRole("button", { name: "Opslaan", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Kies ten minste één rapportgroep.");
  await accessible(page);
  await shot(page, "report-groups");
  await list.getByLabel("Astma").check();
  await page.getByRole("button", { name: "Opslaan", exact: true }).click();
  await expect(page.getByText("De toegang is aangepast")).toBeVisible();
  await page.goto(`/administratie/medewerkers/${made.membershipId}`);
  await expect(list.getByRole("checkbox", { checked: true })).toHaveCount(1);
  await expect(page.getByLabel("Tot en met")).toHaveValue("2027-12-31");
});
