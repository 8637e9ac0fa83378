import type { Hand } from "./hand.ts";
import { listed, mailedLink, newestCode, PASSWORD, professional, withDigid, type World } from "./people.ts";

const PRACTICE = "praktijk@dees.example";
const OWN = "tineke@dees.example";
const NURSE = "wouter@dees.example";
const ENTERED = {
  agbPractitioner: "01012409",
  agbPractice: "01054364",
  firstName: "Tineke",
  lastName: "Scholten",
  practiceEmail: PRACTICE,
  practiceEmailAgain: PRACTICE,
  ownEmail: OWN,
  mobile: "0610000061",
};

/** From the front page to the first report and an employee in, each step with what is refused on the way; all is kept. */
export async function joining(world: World): Promise<void> {
  const all = await listed(world);
  const applicant = world.somebody("story-joining");
  await register(applicant);
  const status = await mailedLink(world, PRACTICE, /^\/s\//);
  await applicant.open(status);
  const desk = await professional(
    world,
    all.find(({ role }) => role === "agent")!,
    "story-desk",
  );
  await takeThrough(desk);
  await sign(world, world.somebody("story-signing"));
  await applicant.open("/status");
  await desk.open("/servicedesk?zoek=Scholten");
  await desk.follow(/^R-/);
  await desk.press(/Keur goed en activeer/);
  const tineke = await activate(world, OWN, "story-activation", "sms");
  await tineke.open("/administratie/account-aanvragen");
  await tineke.err(/Verzenden/);
  await tineke.press(/Verzenden/, {
    firstName: "Wouter",
    lastName: "Prins",
    jobTitle: "Praktijkondersteuner",
    email: NURSE,
    mobile: "0610000062",
    reports: "yes",
    patientDetails: "no",
    groups: "all",
  });
  await desk.open("/servicedesk?zoek=Prins");
  await desk.follow(/^M-/);
  await desk.press(/In behandeling nemen/);
  await desk.press(/Goedkeuren en activatiemail sturen/);
  await activate(world, NURSE, "story-activation-employee", "sms");
}

async function register(hand: Hand): Promise<void> {
  await hand.open("/registreren");
  await hand.err(/Verder/);
  await hand.press(/Verder/, { connected: "yes" });
  await hand.err(/Verzenden/);
  await hand.err(/Verzenden/, {
    ...ENTERED,
    agbPractitioner: "1012409",
    practiceEmailAgain: "anders@dees.example",
    mobile: "020 123 45 67",
  });
  await hand.press(/Verzenden/, ENTERED);
  await hand.press(/Verstuur de aanvraag/);
}

async function takeThrough(desk: Hand): Promise<void> {
  await desk.open("/servicedesk?zoek=Scholten");
  await desk.follow(/^R-/);
  await desk.press(/Neem in behandeling/);
  await desk.err(/Stel de vraag/);
  await desk.err(/Leg het gesprek vast/);
  let page = await desk.press(/Leg het gesprek vast/, {
    phone: "0599 550 124",
    person: "Mevrouw Postma",
    outcome: "confirmed",
  });
  for (let open = 0; open < 5 && /Toch goedkeuren/.test(page.text); open++) {
    await desk.err(/Toch goedkeuren/);
    page = await desk.press(/Toch goedkeuren/, { reason: "Nagevraagd bij de praktijk." });
  }
  await desk.press(/Verstuur de machtiging/);
}

async function sign(world: World, hand: Hand): Promise<void> {
  await hand.open(await mailedLink(world, PRACTICE, /^\/m\//));
  await hand.open("/machtiging/document.pdf");
  await hand.open("/machtiging/weigeren");
  await hand.open("/machtiging/aanpassen");
  await hand.err(/./, { ownEmail: "tineke" });
  await hand.open("/machtiging/ondertekenen");
  await hand.err(/Stuur mij de code/);
  await hand.press(/Stuur mij de code/, { name: "Tineke Scholten", consent: "yes" });
  await hand.err(/[Oo]nderteken/, { code: "000000" });
  await hand.press(/[Oo]nderteken/, { code: await newestCode(world, "sms") });
}

async function activate(world: World, email: string, name: string, channel: string): Promise<Hand> {
  const hand = world.somebody(name);
  await hand.open(await mailedLink(world, email, /^\/a\//));
  await hand.err(/Verder/, { password: "kort" });
  await hand.press(/Verder/, { password: PASSWORD });
  await hand.err(/Account activeren/, { code: "000000" });
  await hand.press(/Account activeren/, { code: await newestCode(world, channel) });
  await hand.press(/^Ik ga akkoord$/);
  return hand;
}

/** The doors with what is refused at them: wrong passwords and codes, passwords forgotten, and every end of DigiD. */
export async function doors(world: World): Promise<void> {
  const [sanne] = (await listed(world)).filter(({ email }) => email.startsWith("sanne"));
  const hand = world.somebody("story-door");
  await hand.open("/inloggen?terug=/rapportages/DM-101");
  await hand.err(/Verder/);
  await hand.err(/Verder/, { email: "niemand@delinde.example", password: "niet het wachtwoord" });
  await hand.press(/Verder/, { email: sanne!.email, password: sanne!.password });
  await hand.err(/Inloggen/, { code: "000000" });
  await forgotten(world, "story-forgotten", "/wachtwoord-vergeten", "noor@delinde.example");
  await forgotten(world, "story-forgotten-client", "/mijn/delinde/wachtwoord-vergeten", "lena@voorbeeld.example");

  const ends: [string, Record<string, string>][] = [
    ["low", { level: "20" }],
    ["cancelled", { fault: "cancel" }],
    ["late", { fault: "expired-artifact" }],
    ["out-of-order", { fault: "dead-back-channel" }],
    ["foreign", { fault: "foreign-key" }],
  ];
  for (const [name, how] of ends) await withDigid(world, "getij", { bsn: "999991772", ...how }, `story-digid-${name}`);
  const roos = await withDigid(world, "buurtkring", { bsn: "999999990" }, "story-digid-new");
  await roos.err(/./);
}

async function forgotten(world: World, name: string, address: string, email: string): Promise<void> {
  const hand = world.somebody(name);
  await hand.open(address);
  await hand.err(/./, { email: "" });
  await hand.press(/./, { email });
  await hand.open(await mailedLink(world, email, /\/w\//));
  await hand.err(/./, { password: "kort" });
}
