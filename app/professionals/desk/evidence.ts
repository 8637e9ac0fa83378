import type { Language } from "#app/shared/i18n.ts";
import { own } from "#app/shared/own.ts";
import { formatDate, formatDateTime } from "#app/ui/format.ts";

type Words = { names: Record<string, string>; values: Record<string, string> };
const nl: Words = {
  names: {
    name: "naam",
    birthName: "geboortenaam",
    initials: "voorletters",
    entered: "ingevuld",
    register: "register",
    careKind: "zorgsoort",
    qualifications: "kwalificaties",
    place: "plaats",
    startsOn: "vanaf",
    endsOn: "tot en met",
    path: "relatie",
    through: "via",
    phone: "gebeld",
    person: "gesproken met",
    outcome: "uitkomst",
    at: "tijd",
    state: "stand",
    others: "andere aanvragen",
  },
  values: {
    absent: "niet gevonden in het register",
    unreachable: "het register gaf geen antwoord",
    no_initials: "het register heeft geen voorletters",
    no_email: "het register heeft geen e-mailadres",
    no_phone: "het register heeft geen telefoonnummer",
    locum_only: "alleen waarnemer (0103)",
    ended: "relatie is beëindigd",
    none: "geen relatie gevonden",
    sign_again: "de zorgverlener tekent opnieuw en heeft een nieuwe code nodig; bel opnieuw",
    changed: "gegevens zijn aangepast; wordt opnieuw gecontroleerd",
    taken: "een ander logt met dit adres in",
    also_asked: "een ander vraagt eerder een account met dit adres; vraag om een eigen inlogadres",
    direct: "rechtstreeks",
    confirmed: "bevestigd",
    denied: "niet bevestigd",
    not_reached: "niet bereikt",
    birth_name: "geboortenaam",
    both: "beide namen",
    requested: "aangevraagd",
    connected: "aangesloten",
  },
};
const en: Words = {
  names: {
    name: "name",
    birthName: "birth name",
    initials: "initials",
    entered: "entered",
    register: "register",
    careKind: "kind of care",
    qualifications: "qualifications",
    place: "place",
    startsOn: "from",
    endsOn: "until",
    path: "relation",
    through: "through",
    phone: "called",
    person: "spoke to",
    outcome: "outcome",
    at: "time",
    state: "state",
    others: "other requests",
  },
  values: {
    absent: "not found in the register",
    unreachable: "the register did not answer",
    no_initials: "the register has no initials",
    no_email: "the register has no mail address",
    no_phone: "the register has no telephone number",
    locum_only: "locum only (0103)",
    ended: "relation has ended",
    none: "no relation found",
    sign_again: "the practitioner signs again and needs a new code; call again",
    changed: "data were changed; checked again soon",
    taken: "somebody else signs in with this address",
    also_asked: "somebody else asked for an account with this address earlier; ask for an own address to sign in with",
    direct: "direct",
    confirmed: "confirmed",
    denied: "not confirmed",
    not_reached: "not reached",
    birth_name: "birth name",
    both: "both names",
    requested: "requested",
    connected: "connected",
  },
};
const HIDDEN = new Set(["kind", "matched", "agbPractitioner", "agbPractice"]);
const CODED = new Set(["why", "path", "outcome", "state"]);

/** Evidence of a check as one line of words. */
export function evidenceWords(evidence: Record<string, string | string[] | null>, language: Language): string {
  const { names, values } = language === "nl" ? nl : en;
  const parts = Object.entries(evidence).flatMap(([name, value]) => {
    if (value === null || HIDDEN.has(name) || value.length === 0) return [];
    const text = typeof value === "string" ? said(name, value, values, language) : value.join(", ");
    return [name === "why" ? text : `${own(names, name) ?? name}: ${text}`];
  });
  return parts.join(" · ") || "–";
}

function said(name: string, value: string, values: Record<string, string>, language: Language): string {
  if (CODED.has(name)) return own(values, value) ?? value;
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDate(value, language);
  return name === "at" ? formatDateTime(value, language) : value;
}
