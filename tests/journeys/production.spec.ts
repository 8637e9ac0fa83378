import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test, type Page } from "@playwright/test";
import { generate } from "otplib";
import { writeDemoDelivery } from "../../scripts/demo-figures.ts";
import { wordDocument } from "../../scripts/seed/records/documents.ts";
import { accessible, shot } from "./look.ts";
import { LINDE, openProduction, PORTAL, type Production } from "./production.ts";

test.setTimeout(300_000);

const PASSWORD = "zeven groene stoelen bij de vijver";
const PRACTICE = "praktijk@delinde-waterdam.nl";
const saskia = { first: "Saskia", last: "Blom", email: "saskia@zorgspiegel-midden.nl", mobile: "+31612345601" };
const bram = { first: "Bram", last: "de Wit", email: "bram@zorgspiegel-midden.nl", mobile: "+31612345602" };
const dirk = { first: "Dirk", last: "Hagen", email: "dirk@zorgspiegel-midden.nl", mobile: "+31612345603" };
const anna = { first: "Anna Maria", last: "van den Berg", email: "anna@delinde-waterdam.nl", mobile: "+31612345604" };
const petra = { first: "Petra", last: "Vonk", email: "petra@delinde-waterdam.nl", mobile: "+31612345605" };
const roos = { first: "Roos", last: "Vermeer", email: "roos@postbus-waterdam.nl" };

type Person = { first: string; last: string; email: string; mobile: string };

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();
const options = ({ first, last, email, mobile }: Person) => [
  ...["--first-name", first, "--last-name", last, "--email", email, "--mobile", mobile],
];
const ASKED = ["--asked-by", saskia.email];

/** From the activation mail to the first page behind the terms. */
async function activate({ inbox }: Production, page: Page, person: Person): Promise<void> {
  await page.goto(inbox.link(await inbox.mail(person.email, /is actief/), /^\/a\//));
  await page.getByLabel("Kies een wachtwoord").fill(PASSWORD);
  await press(page, "Verder");
  await page.getByLabel("Code uit de sms").fill(await inbox.code(person.mobile));
  await press(page, "Account activeren");
  await expect(page).toHaveURL(/\/voorwaarden\/accepteren$/);
  await press(page, "Ik ga akkoord");
  await expect(page).not.toHaveURL(/voorwaarden/);
}

/** Binds an app from the page that a clinician or practice staff comes to, and signs in with its next code. */
async function withApp(page: Page, { email }: Person): Promise<void> {
  await page.goto("/account/app");
  await press(page, "App toevoegen");
  const secret = (await page.locator("code").innerText()).replace(/\s/g, "");
  const epoch = Math.floor(Date.now() / 1000);
  await page.getByLabel("Code uit uw app").fill(await generate({ secret, epoch }));
  await press(page, "Koppelen");
  await expect(page).toHaveURL(/gedaan=app/);
  await page.context().clearCookies();
  await page.goto("/inloggen");
  await page.getByLabel("E-mailadres").fill(email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(PASSWORD);
  await press(page, "Verder");
  // A code counts once, so the one of the next half minute, which is taken a little early.
  await page.getByLabel(/Code uit (?:de|uw) app/).fill(await generate({ secret, epoch: epoch + 30 }));
  await press(page, "Inloggen");
  await expect(page).not.toHaveURL(/inloggen/);
}

/** Figures of 40 practices over five quarters, De Linde among them. */
function figures(): string[] {
  const real = { agb: "01054321", careGroup: "Zorggroep Waterland" };
  const folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-walk-figures-"));
  return writeDemoDelivery(folder, { practices: 40, periods: 2, seed: 12, realPractices: [real] });
}

/** A delivery of one person with a letter, for the practice (docs/records.md). */
function records(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-walk-records-"));
  mkdirSync(path.join(folder, "files"));
  const kept = {
    title: "Brief van de cardioloog",
    author: "J. Hart",
    authorRole: "cardioloog",
    kind: "letter" as const,
  };
  const text = "Reden van verwijzing\n\nHartkloppingen bij inspanning.\n\nConclusie\n\nGeen afwijkingen gevonden.";
  writeFileSync(path.join(folder, "files/brief.docx"), wordDocument({ ...kept, text, ago: 3 }));
  const lines = {
    "persons.jsonl": {
      ...{ id: "1001", firstName: roos.first, lastName: roos.last, birthDate: "1984-03-12" },
      ...{ contact: { email: roos.email }, clinicians: [{ code: "01012345", from: "2025-01-01" }] },
    },
    "parts.jsonl": { id: "1001-1", person: "1001", date: "2026-11-03", ...kept, file: "brief.docx" },
  };
  const files: Record<string, { lines: number; sha256: string }> = {};
  for (const [name, line] of Object.entries(lines)) {
    const written = `${JSON.stringify(line)}\n`;
    writeFileSync(path.join(folder, name), written);
    files[name] = { lines: 1, sha256: createHash("sha256").update(written).digest("hex") };
  }
  const manifest = { format: 1, environment: "delinde", madeAt: new Date().toISOString(), files };
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest));
  return folder;
}

/** The settings as they come along, without the care groups, which are added by command. */
function organisation(): string {
  const { careGroups: _, ...rest } = JSON.parse(readFileSync("scripts/data/settings.json", "utf8")) as object & {
    careGroups: unknown;
  };
  const file = path.join(mkdtempSync(path.join(tmpdir(), "zorgpoort-walk-settings-")), "settings.json");
  writeFileSync(file, JSON.stringify(rest));
  return file;
}

async function bringFigures(page: Page): Promise<void> {
  for (const folder of figures()) {
    await page.goto("/leveringen/nieuw");
    const files = readdirSync(folder).map((name) => path.join(folder, name));
    await page.getByLabel("Bestanden van de levering").setInputFiles(files);
    await press(page, "Versturen");
    await page.getByRole("link", { name: "Publiceren" }).click({ timeout: 30_000 });
    const reason = page.getByLabel("Reden");
    if (await reason.isVisible()) await reason.fill("Eerste leveringen, met de leverancier besproken.");
    await press(page, "Deze cijfers publiceren");
    await expect(page.getByText("gepubliceerd", { exact: true })).toBeVisible();
  }
}

async function register({ inbox }: Production, page: Page): Promise<void> {
  await page.goto("/");
  await page.getByRole("link", { name: "Aanmelden" }).first().click();
  await page.getByLabel("Ik ben al aangesloten").check();
  await press(page, "Verder");
  await page.getByLabel("AGB-code zorgverlener").fill("01012345");
  await page.getByLabel("AGB-code praktijk").fill("01054321");
  await page.getByLabel("Voornaam").fill(anna.first);
  await page.getByLabel("Achternaam").fill(anna.last);
  await page.getByLabel("E-mailadres van de praktijk", { exact: true }).fill(PRACTICE);
  await page.getByLabel("E-mailadres van de praktijk (controle)").fill(PRACTICE);
  await page.getByLabel("Eigen e-mailadres").fill(anna.email);
  await page.getByLabel("Mobiel nummer").fill("0612345604");
  await page.getByLabel("Zorggroep Waterland").check();
  await press(page, "Verzenden");
  await press(page, /Verstuur de aanvraag/);
  await expect(page).toHaveURL(/\/registreren\/ontvangen$/);
  await inbox.mail(PRACTICE, /ontvangen/);
}

async function takeThrough(desk: Page): Promise<void> {
  await desk.goto("/servicedesk");
  await desk.getByRole("link", { name: /^R-/ }).first().click();
  await press(desk, "Neem in behandeling");
  await desk.getByLabel(/0599 550 101/).check();
  await desk.getByLabel("Wie heeft u gesproken?").fill("Mevrouw Postma");
  await desk.getByLabel(/^Bevestigd/).check();
  await press(desk, "Leg het gesprek vast");
  for (let open = 0; open < 5; open++) {
    const accept = desk.locator("summary", { hasText: "Toch goedkeuren" });
    if ((await accept.count()) === 0) break;
    await accept.first().click();
    await desk
      .getByLabel(/Waarom mag/)
      .first()
      .fill("Nagevraagd bij de praktijk.");
    await press(desk, "Toch goedkeuren");
  }
  await shot(desk, "productie-5-servicedesk");
  await press(desk, "Verstuur de machtiging");
  await expect(desk.getByText("Machtiging gemaild")).toBeVisible();
}

async function sign({ inbox }: Production, page: Page): Promise<void> {
  await page.goto(inbox.link(await inbox.mail(PRACTICE, /Onderteken/), /^\/m\//));
  await page.getByRole("link", { name: "Ik wil ondertekenen" }).click();
  await page.getByLabel("Uw naam").fill(`${anna.first} ${anna.last}`);
  await page.getByRole("checkbox").check();
  await press(page, "Stuur mij de code");
  await page.getByLabel("Code", { exact: true }).fill(await inbox.code(anna.mobile));
  await press(page, /[Oo]nderteken/);
  await expect(page).toHaveURL(/\/machtiging\/ondertekend$/);
}

async function signUp({ inbox }: Production, page: Page): Promise<void> {
  await page.goto("/");
  await shot(page, "productie-7-ingang");
  await page.getByRole("link", { name: "Meld u aan" }).click();
  await page.getByLabel("Voornaam").fill(roos.first);
  await page.getByLabel("Achternaam").fill(roos.last);
  await page.getByLabel("Dag").fill("12");
  await page.getByLabel("Maand").fill("3");
  await page.getByLabel("Jaar").fill("1984");
  await page.getByLabel("E-mailadres", { exact: true }).fill(roos.email);
  await page.getByLabel("E-mailadres, nog een keer").fill(roos.email);
  await page.getByLabel("Kies een wachtwoord").fill(PASSWORD);
  await press(page, "Verder");
  await page.getByLabel("Code uit de e-mail").fill(await inbox.code(roos.email));
  await press(page, "Verder");
  await expect(page).toHaveURL(/ontvangen$/);
}

async function signInByMail({ inbox }: Production, page: Page): Promise<void> {
  await page.goto(inbox.link(await inbox.mail(roos.email, /account is klaar/), /inloggen\/mail/));
  await page.goto("/mijn/delinde/inloggen/mail");
  await page.getByLabel("E-mailadres").fill(roos.email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(PASSWORD);
  await press(page, "Verder");
  await page.getByLabel("Code uit de e-mail").fill(await inbox.code(roos.email));
  await press(page, "Inloggen");
  await expect(page).toHaveURL(/delinde\/voorwaarden/);
  await press(page, /akkoord/);
}

test("M-74: from an empty production machine to the first report of a practice and the first letter of a client", async ({
  launchOptions,
}) => {
  const world = await openProduction(launchOptions);
  try {
    expect(await world.command("migrate")).toContain("was made");
    const faults = (await world.refused("serve")).said;
    expect(faults).toContain("there is no AGB register");
    expect(faults).toContain("there are no settings");
    expect((await world.refused("operator", "add", "supervisor", ...options(saskia))).said).toContain("instellingen");
    expect(await world.command("settings", "import", organisation())).toContain("als revisie 1");
    await world.command("import:agb", "scripts/data/agb-demo.csv");
    const said = await world.command("operator", "add", "supervisor", ...options(saskia));
    expect(said).toContain("Saskia Blom is uitgenodigd");
    await world.serve();

    const supervisor = await world.person(PORTAL);
    await activate(world, supervisor, saskia);
    await expect(supervisor).toHaveURL(/\/servicedesk$/);
    await shot(supervisor, "productie-1-supervisor");
    await world.inbox.mail(saskia.email);

    for (const [role, who] of [
      ["agent", bram],
      ["data-manager", dirk],
    ] as const)
      await world.command("operator", "add", role, ...options(who), ...ASKED);
    await world.command("operator", "add", "care-group", "--name", "Zorggroep Waterland", ...ASKED);
    const twice = await world.refused("operator", "add", "agent", ...options(bram), ...ASKED);
    expect(twice).toEqual({
      status: 1,
      said: "Er is niets veranderd: iemand heeft al een account met dit mailadres.\n",
    });
    await world.inbox.mail(saskia.email, /op uw verzoek/);

    const manager = await world.person(PORTAL);
    await activate(world, manager, dirk);
    await bringFigures(manager);
    await manager.goto("/leveringen");
    await shot(manager, "productie-2-leveringen");

    const practitioner = await world.person(PORTAL);
    await register(world, practitioner);
    await shot(practitioner, "productie-3-aangemeld");
    const desk = await world.person(PORTAL);
    await activate(world, desk, bram);
    await shot(desk, "productie-4-wachtrij");
    await takeThrough(desk);
    await sign(world, practitioner);
    await desk.reload();
    await press(desk, "Keur goed en activeer");
    await practitioner.context().clearCookies();
    await activate(world, practitioner, anna);
    await expect(practitioner).toHaveURL(/\/rapportages$/);
    await expect(practitioner.getByRole("heading", { level: 1 })).toContainText("De Linde");
    await accessible(practitioner);
    await shot(practitioner, "productie-6-rapportages");

    await world.command("operator", "add", "staff", "--environment", "delinde", ...options(petra), ...ASKED);
    const clinician = ["--environment", "delinde", "--code", "01012345"];
    const known = await world.command("operator", "add", "clinician", ...clinician, ...options(anna), ...ASKED);
    expect(known).toContain("heeft al een account");
    await world.command("import:records", records());

    const client = await world.person(LINDE, { viewport: { width: 390, height: 844 } });
    await signUp(world, client);
    const assistant = await world.person(PORTAL);
    await activate(world, assistant, petra);
    await withApp(assistant, petra);
    await assistant.goto("/behandelaar/delinde/aanmeldingen");
    await assistant.getByRole("link", { name: "Roos Vermeer" }).click();
    await shot(assistant, "productie-8-aanmelding");
    await press(assistant, "Accepteren en koppelen");
    await expect(assistant.getByRole("status")).toContainText("Gekoppeld");

    await signInByMail(world, client);
    await client.goto("/mijn/delinde/zorgdossier");
    await press(client, "Vraag uw behandelaar");
    await practitioner.context().clearCookies();
    await signIn(world, practitioner, anna);
    await withApp(practitioner, anna);
    await practitioner.goto("/behandelaar/delinde");
    await practitioner.getByRole("link", { name: /Roos Vermeer vroeg/ }).click();
    await practitioner.getByRole("link", { name: "Dossier koppelen" }).click();
    await press(practitioner, "Koppelen");
    await expect(practitioner.getByText(/Gekoppeld op/)).toBeVisible();
    await shot(practitioner, "productie-9-gekoppeld");

    await client.goto("/mijn/delinde/zorgdossier");
    await client
      .getByRole("link", { name: /Brief van de cardioloog/ })
      .first()
      .click();
    await expect(client.getByText("Geen afwijkingen gevonden.")).toBeVisible();
    await accessible(client);
    await shot(client, "productie-10-brief");

    expect(await world.command("operator", "list")).toMatch(/Petra Vonk <petra@delinde-waterdam.nl> +staff +active/);
    const exported = path.join(mkdtempSync(path.join(tmpdir(), "zorgpoort-walk-export-")), "settings.json");
    await world.command("settings", "export", exported);
    expect(await world.command("settings", "import", exported)).toContain("geen verschil");
    expect(await world.command("audit:verify")).toContain("The log is whole");
    expect(await world.command("migrate")).toContain("nothing was changed");
    const backup = path.join(mkdtempSync(path.join(tmpdir(), "zorgpoort-walk-backup-")), "first");
    expect(await world.command("backup", backup)).toContain("found whole");
  } catch (error) {
    await test.info().attach("server output", { body: world.output() });
    throw error;
  } finally {
    await world.close();
  }
});

/** Signs in with the code that comes by SMS. */
async function signIn({ inbox }: Production, page: Page, person: Person): Promise<void> {
  await page.goto("/inloggen");
  await page.getByLabel("E-mailadres").fill(person.email);
  await page.getByLabel("Wachtwoord", { exact: true }).fill(PASSWORD);
  await press(page, "Verder");
  await page.getByLabel("Code uit de sms").fill(await inbox.code(person.mobile));
  await press(page, "Inloggen");
  await expect(page).not.toHaveURL(/inloggen/);
}
