/** What is said of things, acts and purposes of the log to somebody whom a line is about, in both languages. */
export const objects = {
  account: { nl: "een account", en: "an account" },
  appointment: { nl: "een afspraak", en: "an appointment" },
  authorization: { nl: "een machtiging", en: "an authorization" },
  care_group: { nl: "een zorggroep", en: "a care group" },
  change_request: { nl: "een wijziging die u doorgaf", en: "a change that you asked for" },
  client_account: { nl: "uw toegang tot het portaal", en: "your access to the portal" },
  client_draft: { nl: "wat u aan het schrijven was", en: "what you were writing" },
  client_terms: { nl: "de voorwaarden", en: "the terms" },
  connection: { nl: "een aansluiting van een praktijk", en: "a connection of a practice" },
  correction_request: { nl: "uw verzoek", en: "your request" },
  delivery: { nl: "een levering van cijfers", en: "a delivery of figures" },
  digid_request: { nl: "een aanmelding met DigiD", en: "a sign-in with DigiD" },
  employee_request: { nl: "een aanvraag voor een medewerker", en: "a request for an employee" },
  environment: { nl: "het portaal", en: "the portal" },
  environment_staff: { nl: "een plaats bij een zorgverlener", en: "a place with a care provider" },
  grant: { nl: "de toegang van een medewerker", en: "the access of an employee" },
  message: { nl: "een bericht", en: "a message" },
  name_consent: { nl: "de toestemming om een naam te tonen", en: "the consent to show a name" },
  patient_list: {
    nl: "een lijst met patiënten van de praktijk, waar u op staat",
    en: "a list of patients of the practice that you are on",
  },
  person: { nl: "uw gegevens", en: "your data" },
  product: { nl: "een product", en: "a product" },
  record: { nl: "uw dossier", en: "your record" },
  record_intake: { nl: "een levering van dossiers", en: "a delivery of records" },
  record_link: { nl: "de koppeling van uw dossier", en: "the link to your record" },
  record_part: { nl: "een onderdeel van uw dossier", en: "a part of your record" },
  record_person: { nl: "uw gegevens", en: "your data" },
  registration_request: { nl: "een aanvraag", en: "a request" },
  report: { nl: "een rapportage", en: "a report" },
  report_mark: { nl: "een opmerking of doel bij een rapportage", en: "a remark or goal at a report" },
  request: { nl: "een aanvraag", en: "a request" },
  settings: { nl: "een instelling van het portaal", en: "a setting of the portal" },
  suggestion: { nl: "een suggestie", en: "a suggestion" },
  terms: { nl: "de voorwaarden", en: "the terms" },
  treatment: { nl: "een behandeling", en: "a treatment" },
  upload: { nl: "een bestand dat binnenkomt", en: "a file that comes in" },
} as const;
export type ObjectType = keyof typeof objects;

export const actions = {
  C: { nl: "legde vast", en: "recorded" },
  R: { nl: "bekeek", en: "looked at" },
  U: { nl: "veranderde", en: "changed" },
  D: { nl: "verwijderde", en: "removed" },
  E: { nl: "gebruikte", en: "used" },
} as const;

export const purposes = {
  own_record: { nl: "het gaat om uw eigen gegevens", en: "these are your own data" },
  care: { nl: "voor uw behandeling", en: "for your treatment" },
  treatment: { nl: "voor uw behandeling", en: "for your treatment" },
  administration: { nl: "om te doen wat u vroeg", en: "to do what you asked" },
  match: { nl: "om vast te stellen dat het om u gaat", en: "to establish that it is about you" },
  quality_improvement: { nl: "om de zorg in de praktijk te verbeteren", en: "to improve the care in the practice" },
  record_quality: {
    nl: "om na te gaan of de gegevens van de praktijk kloppen",
    en: "to check whether the data of the practice are right",
  },
} as const;
export type Purpose = keyof typeof purposes;

/** Who did something where no name is told, at the beginning of a sentence. */
export const doers = {
  you: { nl: "U", en: "You" },
  clinician: { nl: "Een behandelaar", en: "A clinician" },
  staff: { nl: "Een medewerker van de praktijk", en: "Somebody of the practice" },
  system: { nl: "Het portaal", en: "The portal" },
  somebody: { nl: "Iemand", en: "Somebody" },
} as const;

/** One language of a list of words. */
export function said(
  words: Record<string, { nl: string; en: string }>,
  language: "nl" | "en",
): Partial<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [name, word[language]]));
}
