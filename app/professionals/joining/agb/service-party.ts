import { runsOn } from "#app/shared/running.ts";
import { readEmail } from "#app/shared/fields/email.ts";
import { readTelephone } from "#app/shared/fields/telephone.ts";
import type { Party, Relation } from "./register.ts";
import type { PersonAnswer, PracticeAnswer, RelationsAnswer } from "./service-answer.ts";

const joined = (prefix: string | null, name: string) => (prefix ? `${prefix} ${name}` : name);
const inForce = (dates: { aanvang: string; einde: string | null }, on: string) =>
  runsOn({ startsOn: dates.aanvang, endsOn: dates.einde }, on);

const codesOn = (found: PersonAnswer | PracticeAnswer, on: string) =>
  found.kwalificaties
    .filter(({ aanvang, einde }) => inForce({ aanvang: aanvang ?? found.aanvang, einde }, on))
    .map(({ code }) => code);

/** A person of the register, with the qualifications in force on a day (`YYYY-MM-DD`). */
export function toPerson(found: PersonAnswer, on: string): Party {
  return {
    agb: found.agbcode,
    kind: "person",
    name: joined(found.tussenvoegsel, found.achternaam),
    initials: found.voorletters,
    birthName: found.geboortenaam ? joined(found.geboortenaamtussenvoegsel, found.geboortenaam) : null,
    tradeName: null,
    careKind: found.zorgsoort.code,
    qualifications: codesOn(found, on),
    phone: null,
    email: null,
    place: null,
    startsOn: found.aanvang,
    endsOn: found.einde,
  };
}

type Contact = PracticeAnswer["communicatiegegevens"][number];
const kindOf = ({ type }: Contact) => (type.omschrijving ?? "").toLowerCase();

/**
 * Codes of AGB021 that the description of the service shows: 1 is e-mail, 2 is a telephone. Where words stand beside the
 * code the words decide, so that a fax, or a code that gets another meaning, is never called.
 */
function isPhone(contact: Contact): boolean {
  const words = kindOf(contact);
  if (readTelephone(contact.gegeven) === null) return false;
  return words === "" ? contact.type.code === "2" : /telefoon|mobiel/.test(words) && !words.includes("fax");
}

function isMail(contact: Contact): boolean {
  const words = kindOf(contact);
  if (readEmail(contact.gegeven) === null) return false;
  return words === "" ? contact.type.code === "1" : words.includes("mail");
}

/** A practice of the register, with contacts, place and qualifications in force on a day (`YYYY-MM-DD`). */
export function toPractice(kind: "organisation" | "location", found: PracticeAnswer, on: string): Party {
  const contacts = found.communicatiegegevens.filter((one) => inForce(one, on));
  const addresses = found.adressen.filter((one) => inForce(one, on));
  const visited = addresses.find(({ type }) => type?.omschrijving?.toLowerCase().includes("bezoek"));
  return {
    agb: found.agbcode,
    kind,
    name: found.naam,
    initials: null,
    birthName: null,
    tradeName: found.handelsnaam,
    careKind: found.zorgsoort.code,
    qualifications: codesOn(found, on),
    phone: contacts.find(isPhone)?.gegeven ?? null,
    email: contacts.find(isMail)?.gegeven ?? null,
    place: (visited ?? addresses[0])?.plaats ?? null,
    startsOn: found.aanvang,
    endsOn: found.einde,
  };
}

/** All relations of a party, past ones too: a rule judges them. */
export function toRelations(agb: string, found: RelationsAnswer): Relation[] {
  return found.relaties.map(({ agbcode, type, rol, aanvang, einde }) => ({
    agbA: agb,
    agbB: agbcode,
    kind: rol?.omschrijving ?? type.omschrijving ?? type.code,
    startsOn: aanvang,
    endsOn: einde,
  }));
}
