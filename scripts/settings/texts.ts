import type { Change } from "#app/platform/settings/change.server.ts";
import type { Fault } from "#app/platform/settings/rows.ts";

const faults: Record<string, string> = {
  no_file: "the file cannot be read",
  no_json: "the file is no JSON",
  format: "format is 1",
  unknown: "is no setting",
  missing: "is missing or of another kind",
  text: "is text",
  empty: "is empty",
  long: "is too long",
  number: "is a whole number from 1 on",
  boolean: "is true or false",
  choice: "is none of the values it may have",
  date: "is a date, such as 2027-12-31",
  email: "is no mail address",
  phone_link: "is a telephone number such as tel:+31881234500",
  slug: "holds small letters, digits and single hyphens",
  version: "is a number such as 1.2",
  colour: "is a colour such as #7b5897",
  agb: "is an AGB code of eight digits",
  agb_of_practice: "an AGB code belongs to a practice, and to nothing else",
  level: "is 10, 20, 25 or 30",
  level_low: "is too low: 25 for institutions and practices, 20 for networks",
  no_mail: "an institution has no door with a mailed code",
  no_door: "opens by a mailed code what has no such door",
  no_environment: "names an environment that is not there",
  twice: "is there twice",
  same_version: "is another text: it needs a later version than those before, so that what people accepted stays true",
  care_group_gone: "is not in the file: a care group is closed (active: false), never taken away",
  environment_used: "is not in the file, and holds accounts, records or staff",
};
const refused: Record<string, string> = {
  not_asked: "no active supervisor asked for this: --asked-by names the mail address of one",
  settings_changed: "the settings were changed since the file was written: export them anew, or leave revision out",
};

const en = {
  usage: "npm run settings -- export <file> | import <file> [--asked-by <mail address of a supervisor>] [--try]",
  written: (file: string) => `${file} holds the settings in force.`,
  exists: (file: string) => `${file} is there already; it was left as it is.`,
  same: "Nothing differs; nothing was changed.",
  tried: "The file is right; nothing was changed.",
  done: (revision: number) => `The settings are in force, as revision ${revision}.`,
  nothing: "Nothing was changed.",
  fault: ({ path, code }: Fault) => `${path || "file"}: ${faults[code] ?? code}`,
  refused: (code: string) => `${refused[code] ?? code}.`,
  change: changeLines,
};

const faultsNl: typeof faults = {
  no_file: "het bestand is niet te lezen",
  no_json: "het bestand is geen JSON",
  format: "format is 1",
  unknown: "is geen instelling",
  missing: "ontbreekt of is van een andere soort",
  text: "is tekst",
  empty: "is leeg",
  long: "is te lang",
  number: "is een geheel getal vanaf 1",
  boolean: "is true of false",
  choice: "is geen van de waarden die het mag hebben",
  date: "is een datum, zoals 2027-12-31",
  email: "is geen e-mailadres",
  phone_link: "is een telefoonnummer zoals tel:+31881234500",
  slug: "heeft kleine letters, cijfers en losse streepjes",
  version: "is een nummer zoals 1.2",
  colour: "is een kleur zoals #7b5897",
  agb: "is een AGB-code van acht cijfers",
  agb_of_practice: "een AGB-code hoort bij een praktijk, en bij niets anders",
  level: "is 10, 20, 25 of 30",
  level_low: "is te laag: 25 voor instellingen en praktijken, 20 voor netwerken",
  no_mail: "een instelling heeft geen deur met een gemailde code",
  no_door: "opent met een gemailde code wat zo'n deur niet heeft",
  no_environment: "noemt een omgeving die er niet is",
  twice: "staat er twee keer",
  same_version:
    "is een andere tekst: die vraagt een latere versie dan alle eerdere, zodat klopt wat mensen aanvaardden",
  care_group_gone: "staat niet in het bestand: een zorggroep wordt gesloten (active: false), nooit weggehaald",
  environment_used: "staat niet in het bestand, en heeft accounts, dossiers of medewerkers",
};
const refusedNl: typeof refused = {
  not_asked: "geen actieve supervisor vroeg hierom: --asked-by noemt het e-mailadres van een van hen",
  settings_changed:
    "de instellingen zijn veranderd sinds het bestand geschreven is: exporteer opnieuw, of laat revision weg",
};

const nl: typeof en = {
  usage:
    "npm run settings -- export <bestand> | import <bestand> [--asked-by <e-mailadres van een supervisor>] [--try]",
  written: (file) => `${file} bevat de instellingen die gelden.`,
  exists: (file) => `${file} is er al; het bleef zoals het is.`,
  same: "Er is geen verschil; er is niets veranderd.",
  tried: "Het bestand klopt; er is niets veranderd.",
  done: (revision) => `De instellingen gelden, als revisie ${revision}.`,
  nothing: "Er is niets veranderd.",
  fault: ({ path, code }) => `${path || "bestand"}: ${faultsNl[code] ?? code}`,
  refused: (code) => `${refusedNl[code] ?? code}.`,
  change: changeLines,
};

export const texts = { en, nl };

/** What was taken away, came or became something else; long values are cut, for the file says them whole. */
function changeLines({ kind, key, action, differences }: Change): string[] {
  const what = key ? `${kind} ${key}` : kind;
  if (action !== "U") return [`${action === "C" ? "+" : "-"} ${what}`];
  return differences.map(({ path, from, to }) => `~ ${what}: ${path} ${short(from)} -> ${short(to)}`);
}

const short = (value: unknown) => {
  const said = JSON.stringify(value) ?? "-";
  return said.length > 60 ? `${said.slice(0, 57)}...` : said;
};
