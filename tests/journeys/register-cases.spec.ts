import type { APIRequestContext, Page } from "@playwright/test";
import { accessible, expect, shot, test } from "./ground.ts";
import { openDesk } from "./desk.ts";

const good = {
  agbPractitioner: "01012345",
  agbPractice: "01054321",
  firstName: "Anna",
  lastName: "van den Berg",
  practiceEmail: "praktijk@delinde.example",
};
type Entry = typeof good & { ownEmail?: string };
const person = (agbPractitioner: string, firstName: string, lastName: string, more: Partial<Entry> = {}) => ({
  agbPractitioner,
  firstName,
  lastName,
  ...more,
});
const at = (agbPractice: string, practiceEmail: string) => ({ agbPractice, practiceEmail });

/** Case of the demo register → what is entered → the check that stops it. */
const cases: [string, Partial<Entry>, string][] = [
  ["unknown person", { agbPractitioner: "01099999" }, "Zorgverlener staat in het register"],
  ["unknown practice", { agbPractice: "01099998" }, "Praktijk staat in het register"],
  ["codes swapped", { agbPractitioner: "01054321", agbPractice: "01012345" }, "Zorgverlener staat in het register"],
  ["code ended", person("01020001", "Rik", "Kuiper"), "Code van de zorgverlener is geldig"],
  ["locum only", person("01020002", "Lot", "Mulder"), "Bevoegd om te ondertekenen"],
  ["wrong kind of care", person("04020004", "Bea", "Visser"), "Huisarts of apotheker"],
  ["no relation", person("01020005", "Iris", "Brouwer"), "Werkt bij deze praktijk"],
  ["relation ended", person("01020006", "Piet", "Schouten"), "Werkt bij deze praktijk"],
  [
    "legal entity no longer owns the location",
    person("01020018", "Niek", "Bakker", at("71000002", "info@zonderband.example")),
    "Werkt bij deze praktijk",
  ],
  ["other surname", person("01020007", "Cas", "Jaspers"), "Achternaam klopt"],
  ["other initials", person("01020008", "Bram", "Hoekstra"), "Voorletters kloppen"],
  [
    "practice address differs",
    person("01020014", "Otto", "van Dam", at("01054350", "praktijk@vandam.example")),
    "Praktijkadres staat in het register",
  ],
  [
    "no telephone number",
    person("01020015", "Vera", "Stil", at("01054351", "post@destilte.example")),
    "Telefoonnummer in het register",
  ],
  [
    "practice ended",
    person("01020016", "Jet", "Slot", at("01054352", "info@hetslot.example")),
    "Code van de praktijk is geldig",
  ],
  [
    "a hospital",
    person("01020017", "Frits", "Groot", at("06054354", "info@zkhwaterdam.example")),
    "Soort praktijk past",
  ],
];

/** Hands in by the forms alone, as a browser without scripts does. */
async function handIn(request: APIRequestContext, url: string, given: Partial<Entry>): Promise<void> {
  const entry = { ...good, ...given };
  const rest = {
    practiceEmailAgain: entry.practiceEmail,
    ownEmail: given.ownEmail ?? "",
    mobile: "06",
    otherCareGroup: "",
  };
  const post = async (path: string, form: Record<string, string>, to: string) => {
    const answer = await request.post(path, { form, headers: { origin: url }, maxRedirects: 0 });
    expect([answer.status(), answer.headers().location]).toEqual([303, to]);
  };
  await post("/registreren", { connected: "yes" }, "/registreren/gegevens");
  await post("/registreren/gegevens", { ...entry, ...rest }, "/registreren/controle");
  await post("/registreren/controle", {}, "/registreren/ontvangen");
}

async function openCase(desk: Page, name: string): Promise<void> {
  await desk.goto(`/servicedesk?zoek=${encodeURIComponent(name)}`);
  await desk.getByRole("row").getByRole("link").first().click();
  await desk.getByRole("button", { name: "Neem in behandeling" }).click();
}

test("A2 I-05 I-04: every failing case of the register reaches the desk with its own reason and stops the authorization", async ({
  browser,
  server,
  request,
}) => {
  const desk = await openDesk(server, browser);
  for (const [name, given, check] of cases) {
    await handIn(request, server.url, given);
    const { agbPractitioner, agbPractice } = { ...good, ...given };
    await openCase(desk, `${agbPractitioner} ${agbPractice}`);
    const row = desk.getByRole("row").filter({ has: desk.getByRole("cell", { name: check, exact: true }) });
    await expect(row, name).toContainText(/Niet in orde|Niet bekend/);
    await expect(desk.getByRole("button", { name: "Verstuur de machtiging" }), name).toBeDisabled();
    await expect(desk.getByRole("listitem").filter({ hasText: check }).first(), name).toBeVisible();
    if (name === "no telephone number") {
      await expect(desk.getByText("Het register heeft geen telefoonnummer van deze praktijk")).toBeVisible();
      await accessible(desk);
      await shot(desk, "zaak-zonder-telefoon");
    }
  }
  await desk.goto("/servicedesk");
  await expect(desk.getByText(`${cases.length} aanvragen`)).toBeVisible();
  await shot(desk, "wachtrij-vol");
});

test("I-03 I-05: seven digits are refused with a hint about the lost zero", async ({ page, browser, server }) => {
  await openDesk(server, browser);
  const headers = { origin: server.url };
  await page.request.post("/registreren", { form: { connected: "yes" }, headers });
  const form = { ...good, agbPractitioner: "1012345", practiceEmailAgain: good.practiceEmail, mobile: "06" };
  const answer = await page.request.post("/registreren/gegevens", { form, headers });
  expect(answer.status()).toBe(422);
  expect(await answer.text()).toContain("waarschijnlijk is de nul vooraan weggevallen");
});

test("I-04 I-05: a birth name, a legal entity between and two GPs at one address are no obstacle", async ({
  browser,
  server,
  request,
  inbox,
}) => {
  const desk = await openDesk(server, browser);
  const fine: [Partial<Entry>, string][] = [
    [person("01012351", "Sanne", "Hendriks", at("71000001", "info@aandevaart.example")), "Hendriks"],
    // Who shares the address of the practice signs in with an own one (M-85).
    [
      person("01012350", "Jan Willem", "de Vries", {
        ...at("71000001", "info@aandevaart.example"),
        ownEmail: "janwillem@aandevaart.example",
      }),
      "Vries",
    ],
    [{}, "van den Berg"],
    [person("01012346", "Noor", "Waterman", { ownEmail: "noor@delinde.example" }), "Waterman"],
    [person("02012345", "Els", "Smit", at("02034567", "apotheek@devijzel.example")), "Smit"],
    [person("01012370", "Henk", "Dijkstra", at("53010001", "bureau@zorggroepwaterland.example")), "Dijkstra"],
  ];
  for (const [given, name] of fine) {
    await handIn(request, server.url, given);
    await openCase(desk, name);
    await expect(desk.getByText("Niet in orde", { exact: true })).toHaveCount(0);
  }
  const mail = await inbox.mail("praktijk@delinde.example", /ontvangen/);
  expect(mail.text).toContain("R-2026-00004");
});

test("M-39: two requests for the same codes, each answered at its own address; the desk reads both and is told what to do", async ({
  browser,
  server,
  request,
  inbox,
}) => {
  const desk = await openDesk(server, browser);
  await handIn(request, server.url, { practiceEmail: "vreemd@elders.example" });
  await handIn(request, server.url, {});
  for (const address of ["vreemd@elders.example", good.practiceEmail]) await inbox.mail(address, /ontvangen/);
  await desk.goto("/servicedesk?zoek=R-2026-00002");
  await desk.getByRole("row").getByRole("link").first().click();
  const notice = desk.getByText("Er is nog een aanvraag voor deze AGB-codes");
  await expect(notice).toBeVisible();
  await expect(desk.getByText("vreemd@elders.example")).toBeVisible();
  await accessible(desk);
  await shot(desk, "zaak-dubbel");
  await desk.getByRole("link", { name: "R-2026-00001" }).click();
  await expect(notice).toBeVisible();
  await expect(desk.getByRole("link", { name: "R-2026-00002" })).toBeVisible();
});
