import type { Page } from "@playwright/test";
import { openDesk } from "./desk.ts";
import { accessible, expect, shot, test } from "./ground.ts";

const PRACTICE = "praktijk@delinde.example";

type Entry = Partial<Record<"person" | "practice" | "first" | "last" | "mail" | "again" | "own" | "mobile", string>>;

async function fill(page: Page, given: Entry = {}): Promise<void> {
  const mail = given.mail ?? PRACTICE;
  await page.getByLabel("AGB-code zorgverlener").fill(given.person ?? "0101 2345");
  await page.getByLabel("AGB-code praktijk").fill(given.practice ?? "01054321");
  await page.getByLabel("Voornaam").fill(given.first ?? "Anna");
  await page.getByLabel("Achternaam").fill(given.last ?? "van den Berg");
  await page.getByLabel("E-mailadres van de praktijk", { exact: true }).fill(mail);
  await page.getByLabel("E-mailadres van de praktijk (controle)").fill(given.again ?? mail);
  await page.getByLabel("Eigen e-mailadres").fill(given.own ?? "anna@delinde.example");
  await page.getByLabel("Mobiel nummer").fill(given.mobile ?? "06 12 34 56 78");
}

async function register(page: Page, given: Entry = {}, connected = true): Promise<void> {
  await page.goto("/registreren");
  await page.getByLabel(connected ? "Ik ben al aangesloten" : "Ik ben nog niet aangesloten").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await fill(page, given);
  if (!connected) {
    await page.getByLabel("Informatiesysteem").fill("Praktijkdossier 7");
    await page.getByLabel("Ik wil dat mijn praktijk").check();
  }
  await page.getByRole("button", { name: "Verzenden" }).click();
}

test("I-02 I-03 I-05 I-06 D1 D5: from the choice to the authorization, with a question in between", async ({
  page,
  browser,
  server,
  inbox,
}) => {
  const desk = await openDesk(server, browser);
  await page.goto("/registreren");
  await accessible(page);
  await shot(page, "registreren");
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.getByRole("alert")).toContainText("Kies een van de twee");
  await page.getByLabel("Ik ben al aangesloten").check();
  await page.getByRole("button", { name: "Verder" }).click();
  await expect(page.getByLabel("Mobiel nummer")).toHaveValue("06");
  await accessible(page);
  await fill(page, { person: "1012345", again: "anders@delinde.example", mobile: "020 123 45 67" });
  await page.getByRole("button", { name: "Verzenden" }).click();
  await expect(page.getByRole("alert")).toContainText("nul vooraan");
  await expect(page.getByRole("alert")).toContainText("niet hetzelfde");
  await expect(page.getByLabel("Voornaam")).toHaveValue("Anna");
  await accessible(page);
  await shot(page, "registreren-fouten");
  await fill(page);
  await page.getByLabel("Zorggroep Waterland").check();
  await page.getByRole("button", { name: "Verzenden" }).click();
  await expect(page).toHaveURL(/\/registreren\/controle$/);
  await expect(page.getByText("A.M. van den Berg")).toBeVisible();
  await expect(page.getByText("Huisartsenpraktijk De Linde, Waterdam")).toBeVisible();
  await accessible(page);
  await shot(page, "registreren-controle");
  await page.getByRole("button", { name: /Verstuur de aanvraag/ }).click();
  await expect(page).toHaveURL(/\/registreren\/ontvangen$/);
  await accessible(page);
  await shot(page, "registreren-ontvangen");

  expect((await inbox.mail("servicedesk@zorgspiegel.example", /Nieuwe registratie/)).text).not.toContain("Berg");
  const link = inbox.link(await inbox.mail(PRACTICE, /ontvangen/), /^\/s\//);
  await page.goto(link);
  await expect(page).toHaveURL(/\/status$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("R-2026-00001");
  await accessible(page);
  await shot(page, "status");

  await desk.goto("/servicedesk");
  await expect(desk.getByText("Zegt aangesloten")).toBeVisible();
  await accessible(desk);
  await shot(desk, "wachtrij");
  await desk.getByRole("link", { name: "R-2026-00001" }).click();
  await desk.getByRole("button", { name: "Neem in behandeling" }).click();
  await expect(desk.getByRole("button", { name: "Verstuur de machtiging" })).toBeDisabled();
  await accessible(desk);
  await shot(desk, "zaak");
  await desk.getByLabel("Over welk veld?").selectOption("lastName");
  await desk.getByLabel("Wat wilt u weten, en waarom?").fill("Staat u zo in het register?");
  await desk.getByRole("button", { name: "Stel de vraag" }).click();
  await expect(desk.getByText("Wij wachten op antwoord.")).toBeVisible();

  await page.goto(inbox.link(await inbox.mail(PRACTICE, /een vraag over/), /^\/s\//));
  await expect(page.getByText("Staat u zo in het register?").first()).toBeVisible();
  await accessible(page);
  await shot(page, "status-vraag");
  await page.getByLabel("Uw antwoord").fill("van den Berg");
  await page.getByRole("button", { name: "Antwoord versturen" }).click();
  await expect(page.getByText("Uw antwoord is binnen")).toBeVisible();
  expect((await page.request.get(link)).status()).toBe(410);

  await desk.reload();
  await desk.getByLabel("0599 550 101").check();
  await desk.getByLabel("Wie heeft u gesproken?").fill("Mevrouw Postma");
  await desk.getByLabel(/^Bevestigd/).check();
  await desk.getByRole("button", { name: "Leg het gesprek vast" }).click();
  await desk.getByText("Toch goedkeuren").first().click();
  await desk.getByLabel(/Waarom mag/).fill("Staat op de lijst van het netwerk.");
  await desk.getByRole("button", { name: "Toch goedkeuren" }).click();
  await accessible(desk);
  await desk.getByRole("button", { name: "Verstuur de machtiging" }).click();
  await expect(desk.getByText("Machtiging gemaild")).toBeVisible();
  await shot(desk, "zaak-verstuurd");
  expect((await inbox.mail(PRACTICE, /Onderteken/)).text).toContain("van den Berg");
});

test("I-02: not yet connected asks for both in one go; S: a second agent sees what changed and cannot decide again", async ({
  page,
  browser,
  server,
  inbox,
}) => {
  const desk = await openDesk(server, browser);
  await register(page, {}, false);
  await page.getByRole("button", { name: /Verstuur de aanvraag/ }).click();
  await inbox.mail(PRACTICE, /ontvangen/);
  await desk.goto("/servicedesk?stand=submitted");
  await expect(desk.getByText("Nog niet aangesloten")).toBeVisible();
  await desk.getByRole("link", { name: "R-2026-00001" }).click();
  const second = await desk.context().newPage();
  await second.goto(desk.url());
  await desk.getByRole("button", { name: "Neem in behandeling" }).click();
  await second.getByText("Afwijzen", { exact: true }).click();
  await second.getByLabel("Reden").fill("Dit is een dubbele aanvraag.");
  await second.getByRole("button", { name: "Wijs deze aanvraag af" }).click();
  await expect(second.getByText("Iemand anders heeft deze aanvraag intussen veranderd")).toBeVisible();
  await accessible(second);
  await second.getByText("Afwijzen", { exact: true }).click();
  await second.getByLabel("Reden").fill("Dit is een dubbele aanvraag.");
  await second.getByRole("button", { name: "Wijs deze aanvraag af" }).click();
  expect((await inbox.mail(PRACTICE, /afgewezen/)).text).toContain("Dit is een dubbele aanvraag.");
  await desk.goto("/servicedesk?zoek=béRg+linde&stand=all");
  await expect(desk.getByRole("link", { name: "R-2026-00001" })).toBeVisible();
  await desk.goto("/servicedesk?zoek=nergens");
  await expect(desk.getByText("Geen aanvragen")).toBeVisible();
  await accessible(desk);
});

test("A01: a stranger gets the same answer for a new, a running and an unknown registration", async ({
  page,
  browser,
  server,
}) => {
  await openDesk(server, browser);
  const seen: string[] = [];
  for (const given of [{}, {}, { person: "01099999" }, { mail: "iemand@anders.example" }]) {
    await register(page, given);
    const answered = page.waitForResponse((one) => one.request().method() === "POST");
    await page.getByRole("button", { name: /Verstuur de aanvraag/ }).click();
    const answer = await answered;
    await expect(page).toHaveURL(/\/registreren\/ontvangen$/);
    const {
      date: _,
      "x-request-id": __,
      "content-security-policy": ___,
      etag: ____,
      ...headers
    } = await answer.allHeaders();
    const body = (await page.content()).replace(/nonce="[^"]*"/g, "");
    seen.push(JSON.stringify([answer.status(), headers, body]));
  }
  expect(new Set(seen).size).toBe(1);
});

test("A1 A4: the draft is there again in this browser, and the applicant withdraws", async ({
  page,
  browser,
  server,
  inbox,
}) => {
  await openDesk(server, browser);
  await register(page, { last: "Berg en Dal" });
  await page.getByRole("link", { name: /iets aanpassen/ }).click();
  await expect(page.getByLabel("Achternaam")).toHaveValue("Berg en Dal");
  await page.goto("/registreren");
  await page.getByRole("link", { name: "Ga verder" }).click();
  await expect(page.getByLabel("Achternaam")).toHaveValue("Berg en Dal");
  await page.getByRole("button", { name: "Verzenden" }).click();
  await page.getByRole("button", { name: /Verstuur de aanvraag/ }).click();
  await page.goto(inbox.link(await inbox.mail(PRACTICE, /ontvangen/), /^\/s\//));
  await page.getByText("Aanvraag intrekken", { exact: true }).click();
  await page.getByRole("button", { name: "Trek deze aanvraag in" }).click();
  await expect(page.getByText("Ingetrokken").first()).toBeVisible();
  await accessible(page);
});
