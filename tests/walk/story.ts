import type { Hand } from "./hand.ts";
import { listed, newestCode, PASSWORD, professional, withDigid, type World } from "./people.ts";

/** Somebody who walks: what the record calls them, and where they begin. */
export type Walker = { name: string; hand: Hand; beginnings: string[] };

const LENA = { firstName: "Lena", lastName: "Vermeer", day: "17", month: "5", year: "1990" };
const ROOS = { firstName: "Roos", lastName: "Jansma", day: "12", month: "3", year: "1984" };

async function signUp(world: World, person: Record<string, string>, email: string): Promise<Hand> {
  const hand = world.somebody(`story-sign-up-${person.firstName ?? ""}`);
  await hand.open("/mijn/delinde/aanmelden");
  await hand.err(/Verder/);
  await hand.err(/Verder/, { ...person, day: "40", email: "roos", emailAgain: email, password: "kort" });
  await hand.press(/Verder/, { ...person, email, emailAgain: email, password: PASSWORD });
  await hand.err(/Verder/, { code: "000000" });
  await hand.press(/Verder/, { code: await newestCode(world, email) });
  return hand;
}

async function withMail(world: World, email: string): Promise<Hand> {
  const hand = world.somebody("story-mailed-door");
  await hand.open("/mijn/delinde/inloggen/mail");
  await hand.err(/Verder/, { email, password: "niet het wachtwoord" });
  await hand.press(/Verder/, { email, password: PASSWORD });
  await hand.err(/Inloggen/, { code: "000000" });
  const page = await hand.press(/Inloggen/, { code: await newestCode(world, email) });
  if (/Ik ga akkoord/.test(page.text)) await hand.press(/Ik ga akkoord/);
  return hand;
}

/** What clients and those who treat them do, so that their pages have something to show. */
export async function clients(world: World): Promise<Walker[]> {
  const all = await listed(world);
  const somebody = (email: string) =>
    professional(
      world,
      all.find((one) => one.email === email)!,
      `story-${email.split("@")[0] ?? ""}`,
    );

  const fatima = await withDigid(world, "getij", { bsn: "999991772" }, "story-fatima");
  await fatima.open("/mijn/getij/zorgdossier");
  await fatima.press(/Vraag uw behandelaar/);
  const karin = await somebody("karin@getij.example");
  await karin.open("/behandelaar/getij");
  await karin.follow(/Fatima Yilmaz-de Wit vroeg/);
  await karin.follow(/Dossier koppelen/);
  await karin.press(/^Koppelen/);
  await fatima.open("/mijn/getij/zorgdossier");
  await fatima.follow(/Diagnose/);
  await fatima.follow(/Klopt dit niet/);
  await fatima.err(/Verder/);
  await fatima.press(/Verder/, { kind: "correction", wish: "Ik had geen lichte, maar een zware periode." });
  await fatima.press(/Versturen/);

  await signUp(world, LENA, "lena@voorbeeld.example");
  const petra = await somebody("petra@delinde.example");
  await petra.open("/behandelaar/delinde/aanmeldingen");
  await petra.follow(/Lena Vermeer/);
  await petra.err(/Afwijzen/);
  await petra.press(/Accepteren en koppelen/);
  await signUp(world, ROOS, "roos@voorbeeld.example");
  const lena = await withMail(world, "lena@voorbeeld.example");

  const willem = await withDigid(world, "delinde", { bsn: "999992351" }, "story-willem");
  await willem.open("/mijn/delinde/profiel/wijzigen");
  await willem.err(/Versturen/);
  await willem.err(/Versturen/, { phone: "bel maar" });
  await willem.press(/Versturen/, { phone: "06 11 22 33 55" });

  const at = (environment: string) => [`/mijn/${environment}`, "/"];
  return [
    { name: "client-fatima", hand: fatima, beginnings: at("getij") },
    { name: "client-aisha", hand: await withDigid(world, "getij", { bsn: "900095192" }), beginnings: at("getij") },
    { name: "client-sem", hand: await withDigid(world, "getij", { bsn: "900029365" }), beginnings: at("getij") },
    { name: "client-unknown", hand: await withDigid(world, "getij", { bsn: "999999990" }), beginnings: at("getij") },
    { name: "client-willem", hand: willem, beginnings: at("delinde") },
    { name: "client-lena", hand: lena, beginnings: at("delinde") },
    {
      name: "client-jet",
      hand: await withDigid(world, "buurtkring", { bsn: "999995844" }),
      beginnings: at("buurtkring"),
    },
    { name: "clinician-karin", hand: karin, beginnings: ["/behandelaar/getij", "/account"] },
    { name: "staff-petra", hand: petra, beginnings: ["/behandelaar/delinde", "/account"] },
  ];
}

/** Everybody else in the list of the demo; the general practitioner has opened the patients behind a figure. */
export async function professionals(world: World, without: string[]): Promise<Walker[]> {
  const walkers: Walker[] = [];
  for (const who of await listed(world)) {
    const name = `${who.role}-${who.email.split("@")[0] ?? ""}`.replace(/\W+/g, "-");
    if (without.some((one) => name.endsWith(one))) continue;
    const hand = await professional(world, who);
    if (who.email === "anna@delinde.example") await openPatients(hand);
    walkers.push({ name, hand, beginnings: ["/", "/account", "/rapportages", "/servicedesk", "/leveringen"] });
  }
  return walkers;
}

async function openPatients(hand: Hand): Promise<void> {
  await hand.open("/rapportages/DM-101/patienten");
  await hand.press(/Lijst openen/, { purpose: "prepare" });
}
