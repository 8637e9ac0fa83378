import type { Browser, Page } from "@playwright/test";
import type { RunningServer } from "#tests/server.ts";
import { anna, signIn, type World } from "./demo-people.ts";
import { accessible, expect, shot, test } from "./ground.ts";

test.use({ world: "demo" });
test.setTimeout(240_000);

const PRACTICE = "info@molenzicht.example";
const AGENT_MOBILE = "+31610000001";

/** A page of the servicedesk, on the request that was signed in the invented world. */
async function deskAt(browser: Browser, world: World): Promise<Page> {
  const desk = await (await browser.newContext({ baseURL: world.server.url, locale: "nl-NL" })).newPage();
  await signIn(desk, world, { email: await agentOf(world.server), mobile: AGENT_MOBILE });
  return desk;
}

async function agentOf(server: RunningServer): Promise<string> {
  type Listed = { role: string; email: string };
  const all = (await (await fetch(`${server.url}/dev/accounts.json`)).json()) as Listed[];
  return all.find((one) => one.role === "agent")!.email;
}

async function openSigned(desk: Page): Promise<void> {
  await desk.goto("/servicedesk?stand=signed");
  await desk.getByRole("link", { name: /^R-/ }).first().click();
  await expect(desk.getByText("Ondertekend", { exact: true }).first()).toBeVisible();
}

test("M-84 M-82: asked after the signature, approved, lapsed, and invited again after a call", async ({
  page,
  browser,
  server,
  inbox,
  clock,
}) => {
  const world = { server, inbox };
  const desk = await deskAt(browser, world);
  await openSigned(desk);
  await desk.getByLabel("Over welk veld?").selectOption("other");
  await desk.getByLabel("Wat wilt u weten, en waarom?").fill("Uw inschrijving loopt af. Is zij verlengd?");
  await shot(desk, "vraag-na-handtekening-balie");
  await desk.getByRole("button", { name: "Stel de vraag" }).click();
  await expect(desk.getByText("Wij wachten op antwoord.")).toBeVisible();
  await page.goto(inbox.link(await inbox.mail(PRACTICE, /vraag/), /^\/s\//));
  await expect(page.getByText("Staat stil tot uw antwoord er is")).toBeVisible();
  await accessible(page);
  await shot(page, "vraag-na-handtekening-stand");
  await page.getByLabel("Uw antwoord").fill("Ja, tot 2031.");
  await page.getByRole("button", { name: "Antwoord versturen" }).click();
  await expect(page.getByText("Op de servicedesk: die maakt uw account klaar.")).toBeVisible();

  await desk.reload();
  await desk.getByRole("button", { name: "Keur goed en activeer" }).click();
  await expect(desk.getByText("Uitgenodigd, nog niet geactiveerd")).toBeVisible();
  await desk.getByRole("button", { name: "Stuur de mail om te activeren opnieuw" }).click();
  await expect(desk.getByText("Activatiemail opnieuw verstuurd")).toBeVisible();
  const at = new URL(desk.url()).pathname;

  await clock.advance("P31D");
  await page.goto(inbox.link(await inbox.mail(PRACTICE, /verlopen/), /^\/a\//));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Uw uitnodiging is verlopen");
  await accessible(page);
  await shot(page, "uitnodiging-verlopen");
  await page.getByRole("button", { name: "Vraag een nieuwe uitnodiging" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Uw vraag is doorgegeven");

  await signIn(desk, world, { email: await agentOf(server), mobile: AGENT_MOBILE });
  await desk.goto(at);
  await desk.getByRole("button", { name: "Controleer opnieuw" }).click();
  await desk.getByLabel("Wie heeft bevestigd").fill("Mevrouw Postma");
  await accessible(desk);
  await shot(desk, "opnieuw-uitnodigen");
  await desk.getByRole("button", { name: "Gebeld en bevestigd: nodig opnieuw uit" }).click();
  await expect(desk.getByText("Uitgenodigd, nog niet geactiveerd")).toBeVisible();
});

test("M-84: turned down after the signature, with the reason on the page of the applicant", async ({
  page,
  browser,
  server,
  inbox,
}) => {
  const desk = await deskAt(browser, { server, inbox });
  await openSigned(desk);
  await desk.getByText("Afwijzen", { exact: true }).click();
  await desk.locator("#reject-reason").fill("Uw inschrijving in het AGB-register is beëindigd.");
  await accessible(desk);
  await shot(desk, "afwijzen-na-handtekening-balie");
  await desk.getByRole("button", { name: "Wijs deze aanvraag af" }).click();
  await expect(desk.getByText("Afgewezen", { exact: true }).first()).toBeVisible();
  const mail = await inbox.mail(PRACTICE, /afgewezen/);
  expect(mail.text).toContain("De machtiging die u had ondertekend, is hiermee beëindigd");
  await page.goto(inbox.link(mail, /^\/s\//));
  await expect(page.getByText("Uw inschrijving in het AGB-register is beëindigd.").first()).toBeVisible();
  await shot(page, "afgewezen-na-handtekening-stand");
});

test("M-87: the name of a practice shows after the own consent, and is gone when that ends", async ({
  page,
  server,
  inbox,
}) => {
  await signIn(page, { server, inbox }, anna);
  await page.goto("/rapportages/DM-101/zorggroep");
  await expect(page.getByText("Er zijn nu geen andere praktijken")).toBeVisible();
  await accessible(page);
  await shot(page, "zorggroep-zonder-namen");
  await page.getByRole("link", { name: /Dat regelt u bij Praktijk/ }).click();
  await accessible(page);
  await shot(page, "naam-toestemming");
  await page.getByRole("button", { name: "Ik geef toestemming om de naam te tonen" }).first().click();
  await expect(page.getByText("Uw toestemming is vastgelegd.")).toBeVisible();
  await page.getByRole("button", { name: "Stop mijn toestemming" }).first().click();
  await expect(page.getByText("Uw toestemming is gestopt.")).toBeVisible();
});
