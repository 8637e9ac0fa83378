import type { CareGroup } from "#app/platform/settings/schema.ts";
import { maskedMobile } from "#app/shared/fields/telephone.ts";

type Person = { firstName: string; lastName: string; email: string; mobile: string | null };
type Listed = { role: string; name: string; email: string; state: string; endsOn: string | null };
type Placed = Listed & { environmentId: string; clinicianCode: string | null };

/** Columns as wide as their widest cell. */
function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}

const people = (operators: Listed[], staff: Placed[]) => [
  ...operators.map((one) => [`${one.name} <${one.email}>`, one.role, one.state, one.endsOn ?? "-", "operator", ""]),
  ...staff.map((one) => {
    const { role, state, endsOn, environmentId, clinicianCode } = one;
    return [`${one.name} <${one.email}>`, role, state, endsOn ?? "-", environmentId, clinicianCode ?? ""];
  }),
];

/** How acts are typed; the same in both languages. */
const USAGE = `
  add supervisor|agent|data-manager|auditor
      --first-name … --last-name … --email … [--mobile …] [--until 2027-12-31] [--language nl|en] --asked-by supervisor@…
  add clinician --environment … --code …  --first-name … --last-name … --email … [--mobile …] [--until …] --asked-by …
  add staff     --environment …           --first-name … --last-name … --email … [--mobile …] [--until …] --asked-by …
  until         --email … [--environment … --as clinician|staff] --date 2027-12-31|none --asked-by …
  end           --email … [--environment … --as clinician|staff] --reason "…" --asked-by …
  invite-again  --email … [--environment … --as clinician|staff] --asked-by …
  hand-over     --email … [--environment … --as clinician|staff] --asked-by …
  list
  add care-group     --name … [--region …] --asked-by …
  change care-group  --id … [--name …] [--region …] [--open yes|no] --asked-by …
  list care-groups
`;

const en = {
  seeHelp: "npm run operator -- --help shows how to ask.",
  nothing: "Say what is to be done.",
  unknown: (named: string) => `"${named}" is not known.`,
  migrate: "The database is not up to date: npm run migrate.",
  settings: "There are no settings yet: npm run settings -- import <file>.",
  help: () => `npm run operator -- <what> [options]
${USAGE}
People of the operator (supervisor, agent, data manager, auditor), people of an environment (clinician, staff) and care groups.
Every change names the active supervisor who asked for it; it stands in the log, and the supervisor gets a mail. Only while no
supervisor is active, the first one is added without --asked-by. --until is the last day on which somebody may sign in.
Without --mobile a code is printed, to be handed over in person or by telephone.`,
  invited: ({ firstName, lastName, email, mobile }: Person, handover: string | null) => [
    `${firstName} ${lastName} is invited: the mail with the link goes to ${email} as soon as the server runs.`,
    mobile ? `The code comes by SMS to ${maskedMobile(mobile)}.` : en.handOver(handover),
  ],
  invitedAgain: (email: string, handover: string | null) => [
    `${email} is invited anew; the link of before no longer works.`,
    ...(handover ? [en.handOver(handover)] : []),
  ],
  handOver: (code: string | null) =>
    `Hand over this code in person or by telephone, never by mail: ${code ?? ""}. It works for 7 days.`,
  signInOnce: (email: string) =>
    `${email} signs in once with this code, after the password, under "Use a code that was given to you".`,
  knownStaff: ({ firstName, lastName, email }: Person) =>
    `${firstName} ${lastName} has an account already (${email}) and may work here with it from now on.`,
  untilSet: (email: string, date: string | null) => `${email}: ${date ? `until ${date}` : "without end"}.`,
  ended: (email: string) => `${email}: ended, from this moment on.`,
  list: (operators: Listed[], staff: Placed[]) =>
    table([["who", "role", "state", "until", "where", "code"], ...people(operators, staff)]),
  groups: (groups: readonly CareGroup[]) =>
    table([
      ["id", "name", "region", "can be chosen"],
      ...groups.map(({ id, name, region, active }) => [id, name, region ?? "-", active ? "yes" : "no"]),
    ]),
  groupAdded: (name: string, id: string) => `${name} can be chosen from now on (id ${id}).`,
  field: (option: string, code: string) => {
    const said: Record<string, string> = {
      required: "is needed",
      unknown: "is not an option here",
      email: "is not a mail address",
      invented: "ends in a name to which no mail goes",
      name: "holds signs that no name has",
      not_a_number: "is not a telephone number",
      not_mobile: "is not a mobile number",
      date: "is a date, such as 2027-12-31",
      past: "has passed; use end",
      language: "is nl or en",
      as: "is clinician or staff",
      yes_no: "is yes or no",
      long: "is too long",
      change: "or --region or --open is needed",
      clinician_only: "belongs to a clinician",
    };
    return `--${option}: ${said[code] ?? code}`;
  },
  refused: (code: string) => {
    const said: Record<string, string> = {
      not_asked: "no active supervisor asked for this: --asked-by names the mail address of one.",
      address_taken: "somebody has an account with this mail address already.",
      other_name: "this mail address belongs to somebody with another name.",
      of_the_operator: "this is an account of the operator, and those see no records of clients.",
      ended_at_practice: "this account ended at a practice; the practice asks for it again first.",
      code_taken: "somebody else works under this code.",
      place_taken: "this person works here already.",
      no_operator: "there is no open account of the operator with this mail address.",
      no_place: "nobody with this mail address works there in this role.",
      not_invited: "this account is activated already; a forgotten password is asked for on the sign-in page.",
      not_active: "this account is not in use.",
      codes_count: "the codes that go by SMS, mail or app work for this account; no other is needed.",
      account_ended: "this account has ended without being activated; add the person again.",
      last_supervisor: "this is the last active supervisor; add another one first.",
      not_found: "there is no such environment.",
      care_group_taken: "there is a care group of this name already.",
      no_care_group: "there is no care group with this id.",
    };
    return `Nothing was changed: ${said[code] ?? code}`;
  },
};

const nl: typeof en = {
  seeHelp: "npm run operator -- --help laat zien hoe u het vraagt.",
  nothing: "Zeg wat er moet gebeuren.",
  unknown: (named) => `"${named}" is niet bekend.`,
  migrate: "De database is niet bijgewerkt: npm run migrate.",
  settings: "Er zijn nog geen instellingen: npm run settings -- import <bestand>.",
  help: () => `npm run operator -- <wat> [opties]
${USAGE}
Mensen van de beheerorganisatie (supervisor, agent, datamanager, auditor), mensen van een omgeving (behandelaar, praktijkmedewerker) en
zorggroepen. Elke wijziging noemt de actieve supervisor die erom vroeg; zij staat in het logboek en de supervisor krijgt een mail. Alleen
zolang er geen actieve supervisor is, komt de eerste er zonder --asked-by. --until is de laatste dag waarop iemand mag inloggen.
Zonder --mobile wordt een code getoond, om persoonlijk of per telefoon over te dragen.`,
  invited: ({ firstName, lastName, email, mobile }, handover) => [
    `${firstName} ${lastName} is uitgenodigd: de mail met de link gaat naar ${email} zodra de server draait.`,
    mobile ? `De code komt per sms naar ${maskedMobile(mobile)}.` : nl.handOver(handover),
  ],
  invitedAgain: (email, handover) => [
    `${email} is opnieuw uitgenodigd; de vorige link werkt niet meer.`,
    ...(handover ? [nl.handOver(handover)] : []),
  ],
  handOver: (code) =>
    `Geef deze code persoonlijk of per telefoon door, nooit per mail: ${code ?? ""}. Hij werkt 7 dagen.`,
  signInOnce: (email) =>
    `${email} logt met deze code één keer in, na het wachtwoord, bij ‘Gebruik een code die u kreeg’.`,
  knownStaff: ({ firstName, lastName, email }) =>
    `${firstName} ${lastName} heeft al een account (${email}) en mag daar vanaf nu hier mee werken.`,
  untilSet: (email, date) => `${email}: ${date ? `tot en met ${date}` : "zonder einde"}.`,
  ended: (email) => `${email}: beëindigd, vanaf dit moment.`,
  list: (operators, staff) =>
    table([["wie", "rol", "staat", "tot en met", "waar", "code"], ...people(operators, staff)]),
  groups: (groups) =>
    table([
      ["id", "naam", "regio", "te kiezen"],
      ...groups.map(({ id, name, region, active }) => [id, name, region ?? "-", active ? "ja" : "nee"]),
    ]),
  groupAdded: (name, id) => `${name} is vanaf nu te kiezen (id ${id}).`,
  field: (option, code) => {
    const said: Record<string, string> = {
      required: "is nodig",
      unknown: "is hier geen optie",
      email: "is geen mailadres",
      invented: "eindigt op een naam waar geen mail aankomt",
      name: "bevat tekens die geen naam heeft",
      not_a_number: "is geen telefoonnummer",
      not_mobile: "is geen mobiel nummer",
      date: "is een datum, zoals 2027-12-31",
      past: "is voorbij; gebruik end",
      language: "is nl of en",
      as: "is clinician of staff",
      yes_no: "is yes of no",
      long: "is te lang",
      change: "of --region of --open is nodig",
      clinician_only: "hoort bij een behandelaar",
    };
    return `--${option}: ${said[code] ?? code}`;
  },
  refused: (code) => {
    const said: Record<string, string> = {
      not_asked: "er is geen actieve supervisor die hierom vroeg: --asked-by noemt het mailadres van een supervisor.",
      address_taken: "iemand heeft al een account met dit mailadres.",
      other_name: "dit mailadres is van iemand met een andere naam.",
      of_the_operator: "dit is een account van de beheerorganisatie, en die ziet geen dossiers van cliënten.",
      ended_at_practice: "dit account is bij een praktijk geëindigd; de praktijk vraagt het eerst opnieuw aan.",
      code_taken: "iemand anders werkt onder deze code.",
      place_taken: "deze persoon werkt hier al.",
      no_operator: "er is geen open account van de beheerorganisatie met dit mailadres.",
      no_place: "niemand met dit mailadres werkt daar in deze rol.",
      not_invited: "dit account is al geactiveerd; een vergeten wachtwoord vraagt men aan op de inlogpagina.",
      not_active: "dit account is niet in gebruik.",
      codes_count: "de codes per sms, mail of app werken voor dit account; een andere is niet nodig.",
      account_ended: "dit account is geëindigd zonder dat het is geactiveerd; voeg de persoon opnieuw toe.",
      last_supervisor: "dit is de laatste actieve supervisor; voeg eerst een andere toe.",
      not_found: "deze omgeving is er niet.",
      care_group_taken: "er is al een zorggroep met deze naam.",
      no_care_group: "er is geen zorggroep met dit id.",
    };
    return `Er is niets veranderd: ${said[code] ?? code}`;
  },
};

export const texts = { en, nl };
