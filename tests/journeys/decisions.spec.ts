import type { Page } from "@playwright/test";
import { openDesk } from "./desk.ts";
import { accessible, expect, shot, test } from "./ground.ts";

const PRACTICE = "praktijk@delinde.example";

async function handIn(page: Page, person: { code: string; first: string; last: string; own: string }): Promise<void> {
  await page.goto("/registreren");
  await page.getByLabel("Ik ben al aangesloten").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await page.getByLabel("AGB-code zorgverlener").fill(person.code);
  await page.getByLabel("AGB-code praktijk").fill("01054321");
  await page.getByLabel("Voornaam").fill(person.first);
  await page.getByLabel("Achternaam").fill(person.last);
  await page.getByLabel("E-mailadres van de praktijk", { exact: true }).fill(PRACTICE);
  await page.getByLabel("E-mailadres van de praktijk (controle)").fill(PRACTICE);
  await page.getByLabel("Eigen e-mailadres").fill(person.own);
  await page.getByLabel("Mobiel nummer").fill("06 12 34 56 78");
  await page.getByRole("button", { name: "Verzenden" }).click();
  await page.getByRole("button", { name: /Verstuur de aanvraag/ }).click();
  await expect(page).toHaveURL(/ontvangen$/);
}

const anna = { code: "01012345", first: "Anna", last: "van den Berg", own: "anna@delinde.example" };
const noor = { code: "01012346", first: "Noor", last: "Waterman", own: "noor@delinde.example" };

async function sendAuthorization(desk: Page, name: string): Promise<void> {
  await desk.goto(`/servicedesk?zoek=${encodeURIComponent(name)}`);
  await desk.getByRole("row").getByRole("link").first().click();
  await desk.getByRole("button", { name: "Neem in behandeling" }).click();
  await desk.getByLabel("0599 550 101").check();
  await desk.getByLabel("Wie heeft u gesproken?").fill("Mevrouw Postma");
  await desk.getByLabel(/^Bevestigd/).check();
  await desk.getByRole("button", { name: "Leg het gesprek vast" }).click();
  for (let open = 0; open < 4 && (await desk.getByText("Toch goedkeuren").count()) > 0; open++) {
    await desk.getByText("Toch goedkeuren").first().click();
    await desk
      .getByLabel(/Waarom mag/)
      .first()
      .fill("Nagevraagd bij de praktijk.");
    await desk.getByRole("button", { name: "Toch goedkeuren" }).first().click();
  }
  await desk.getByRole("button", { name: "Verstuur de machtiging" }).click();
  await expect(desk.getByText("Machtiging gemaild")).toBeVisible();
}

test("I-05: a rejection needs a reason; the applicant reads it in the mail and on the status page, and can start anew", async ({
  page,
  browser,
  server,
  inbox,
}) => {
  const desk = await openDesk(server, browser);
  await handIn(page, anna);
  await desk.goto("/servicedesk?zoek=Berg");
  await desk.getByRole("row").getByRole("link").first().click();
  await desk.getByRole("button", { name: "Neem in behandeling" }).click();
  await desk.getByText("Afwijzen", { exact: true }).click();
  await desk.getByRole("button", { name: "Wijs deze aanvraag af" }).click();
  await expect(desk.getByRole("alert").first()).toBeVisible();
  await expect(desk.getByText("Afgewezen", { exact: true })).toHaveCount(0);
  await desk.getByLabel("Reden").fill("De praktijk kent deze aanvraag niet.");
  await desk.getByRole("button", { name: "Wijs deze aanvraag af" }).click();
  await expect(desk.getByText("Afgewezen").first()).toBeVisible();
  await expect(desk.getByRole("button", { name: "Verstuur de machtiging" })).toHaveCount(0);
  await accessible(desk);
  await shot(desk, "zaak-afgewezen");
  const mail = await inbox.mail(PRACTICE, /afgewezen/);
  expect(mail.text).toContain("De praktijk kent deze aanvraag niet.");
  await page.goto(inbox.link(mail, /^\/s\//));
  await expect(page.getByText("De praktijk kent deze aanvraag niet.").first()).toBeVisible();
  await accessible(page);
  await shot(page, "status-afgewezen");
  await handIn(page, anna);
  await desk.goto("/servicedesk?zoek=Berg");
  await expect(desk.getByRole("link", { name: "R-2026-00002" })).toBeVisible();
});

test("I-04 I-07: two practitioners share the address of the practice; each gets a document of the own, and nobody signs for the other", async ({
  page,
  browser,
  server,
  inbox,
}) => {
  const desk = await openDesk(server, browser);
  await handIn(page, anna);
  await handIn(page, noor);
  await sendAuthorization(desk, "van den Berg");
  const first = await inbox.mail(PRACTICE, /Onderteken/);
  expect(first.text).toContain("van den Berg");
  expect(first.text).not.toContain("Waterman");
  await sendAuthorization(desk, "Waterman");
  let second = first;
  await expect.poll(async () => (second = await inbox.mail(PRACTICE, /Onderteken/)).text).toContain("Waterman");
  expect(second.text).not.toContain("van den Berg");
  const links = [first, second].map((mail) => inbox.link(mail, /^\/m\//));
  expect(new Set(links).size).toBe(2);
  await page.goto(links[0]!);
  await expect(page.locator("main")).toContainText("van den Berg");
  await expect(page.locator("main")).not.toContainText("Waterman");
  await page.goto("/machtiging/ondertekenen");
  await page.getByLabel("Uw naam").fill("Noor Waterman");
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Stuur mij de code" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await shot(page, "ondertekenen-andere-naam");
  await page.goto(links[1]!);
  await expect(page.locator("main")).toContainText("Waterman");
});
