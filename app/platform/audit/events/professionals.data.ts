import type { Entries } from "./entry.ts";

const request = { object: "registration_request", action: "U", reader: "operator" } as const;
const authorization = { object: "authorization", action: "U", reader: "practice" } as const;
const employee = { object: "employee_request", action: "U", reader: ["practice", "operator"] } as const;
const grant = { object: "grant", reader: "practice" } as const;

/** Registration, authorizations, practices, and what the desk does with them. */
export const professionalEvents = {
  "request.submitted": { ...request, action: "C", nl: "diende de aanvraag in", en: "submitted the request" },
  "request.repeated": { ...request, nl: "meldde zich opnieuw aan", en: "signed up again" },
  "request.taken_up": { ...request, nl: "nam de aanvraag in behandeling", en: "took up the request" },
  "request.asked": { ...request, nl: "stelde een vraag", en: "asked a question" },
  "request.answered": { ...request, nl: "beantwoordde een vraag", en: "answered a question" },
  "request.info_reminded": { ...request, nl: "herinnerde aan een vraag", en: "reminded of a question" },
  "request.info_lapsed": {
    ...request,
    nl: "sloot de aanvraag, want er kwam geen antwoord",
    en: "closed the request, as no answer came",
  },
  "request.checked": { ...request, nl: "deed de controles opnieuw", en: "did the checks again" },
  "request.check_accepted": {
    ...request,
    nl: "keurde een controle goed met een reden",
    en: "accepted a check with a reason",
  },
  "request.called_back": { ...request, nl: "belde de praktijk", en: "called the practice" },
  "request.call_failed": {
    ...request,
    nl: "kreeg de praktijk niet aan de telefoon",
    en: "did not reach the practice by telephone",
  },
  "request.authorization_sent": { ...request, nl: "verstuurde de machtiging", en: "sent the authorization" },
  "request.authorization_renewed": {
    ...request,
    nl: "verstuurde de machtiging opnieuw",
    en: "sent the authorization anew",
  },
  "request.care_groups_corrected": { ...request, nl: "verbeterde de zorggroepen", en: "corrected the care groups" },
  "request.person_corrected": { ...request, nl: "verbeterde de persoonsgegevens", en: "corrected the personal data" },
  "request.declined": { ...request, nl: "weigerde de machtiging", en: "declined the authorization" },
  "request.lapsed": { ...request, nl: "liet de machtiging verlopen", en: "let the authorization lapse" },
  "request.signed": { ...request, nl: "ondertekende de machtiging", en: "signed the authorization" },
  "request.approved": { ...request, nl: "keurde de aanvraag goed", en: "approved the request" },
  "request.rejected": { ...request, nl: "wees de aanvraag af", en: "rejected the request" },
  "request.withdrawn": { ...request, nl: "trok de aanvraag in", en: "withdrew the request" },
  "request.escalated": {
    ...request,
    nl: "gaf de aanvraag aan een supervisor",
    en: "passed the request to a supervisor",
  },
  "request.asked_to_sign_again": { ...request, nl: "vroeg om opnieuw te tekenen", en: "asked to sign again" },
  "request.activation_sent": { ...request, nl: "verstuurde de uitnodiging", en: "sent the invitation" },
  "request.invitation_asked": { ...request, nl: "vroeg om een nieuwe uitnodiging", en: "asked for a new invitation" },
  "request.invited_again": { ...request, nl: "nodigde opnieuw uit", en: "invited again" },
  "request.code_handed_over": { ...request, nl: "droeg een code over", en: "handed a code over" },
  "request.remove": { ...request, action: "D", nl: "verwijderde een oude aanvraag", en: "removed an old request" },

  "authorization.send": { ...authorization, action: "C", nl: "stuurde een machtiging", en: "sent an authorization" },
  "authorization.open": { ...authorization, action: "R", nl: "opende de machtiging", en: "opened the authorization" },
  "authorization.consent": {
    ...authorization,
    action: "E",
    nl: "stemde in met de machtiging",
    en: "consented to the authorization",
  },
  "authorization.code": {
    ...authorization,
    action: "E",
    nl: "gaf een code bij de machtiging",
    en: "gave a code at the authorization",
  },
  "authorization.sign": {
    ...authorization,
    action: "E",
    nl: "ondertekende de machtiging",
    en: "signed the authorization",
  },
  "authorization.decline": { ...authorization, nl: "weigerde de machtiging", en: "declined the authorization" },
  "authorization.correct": { ...authorization, nl: "verbeterde de machtiging", en: "corrected the authorization" },
  "authorization.void": { ...authorization, nl: "maakte de machtiging ongeldig", en: "voided the authorization" },
  "authorization.renew_link": {
    ...authorization,
    nl: "stuurde een nieuwe link bij de machtiging",
    en: "sent a new link to the authorization",
  },
  "authorization.lapse": { ...authorization, nl: "liet de machtiging verlopen", en: "let the authorization lapse" },
  "authorization.bound": {
    ...authorization,
    nl: "verbond de machtiging aan een praktijk",
    en: "bound the authorization to a practice",
  },
  "authorization.superseded": {
    ...authorization,
    nl: "verving de machtiging door een nieuwe",
    en: "replaced the authorization by a new one",
  },
  "authorization.withdraw": { ...authorization, nl: "trok de machtiging in", en: "withdrew the authorization" },
  "authorization.end": { ...authorization, nl: "beëindigde de machtiging", en: "ended the authorization" },
  "authorization.handover": {
    object: "request",
    action: "C",
    reader: "operator",
    nl: "gaf een code om te ondertekenen",
    en: "handed over a code to sign",
  },

  "employee.ask": {
    ...employee,
    action: "C",
    nl: "vroeg toegang voor een medewerker",
    en: "asked access for an employee",
  },
  "employee.take_up": { ...employee, nl: "nam de aanvraag in behandeling", en: "took up the request" },
  "employee.ask_information": {
    ...employee,
    nl: "stelde een vraag over de aanvraag",
    en: "asked a question about the request",
  },
  "employee.answer": {
    ...employee,
    nl: "beantwoordde een vraag over de aanvraag",
    en: "answered a question about the request",
  },
  "employee.cancel": { ...employee, nl: "trok de aanvraag in", en: "cancelled the request" },
  "employee.reject": { ...employee, nl: "wees de aanvraag af", en: "rejected the request" },
  "employee.approve": { ...employee, nl: "keurde de aanvraag goed", en: "approved the request" },
  "grant.give": { ...grant, action: "C", nl: "gaf een medewerker toegang", en: "gave an employee access" },
  "grant.change": {
    ...grant,
    action: "U",
    nl: "veranderde de toegang van een medewerker",
    en: "changed the access of an employee",
  },
  "grant.withdraw": {
    ...grant,
    action: "U",
    nl: "trok de toegang van een medewerker in",
    en: "withdrew the access of an employee",
  },

  "connection.request": {
    object: "connection",
    action: "C",
    reader: "practice",
    nl: "vroeg een aansluiting aan",
    en: "asked for a connection",
  },
  "name_consent.give": {
    object: "name_consent",
    action: "C",
    reader: "practice",
    nl: "liet de naam van de praktijk tonen",
    en: "let the name of the practice be shown",
  },
  "name_consent.end": {
    object: "name_consent",
    action: "U",
    reader: "practice",
    nl: "liet de naam van de praktijk niet meer tonen",
    en: "no longer let the name of the practice be shown",
  },

  "settings.change": {
    object: "settings",
    action: ["C", "U", "D"],
    reader: "operator",
    nl: "veranderde een instelling",
    en: "changed a setting",
  },
  "care_group.add": {
    object: "care_group",
    action: "C",
    reader: "operator",
    nl: "voegde een zorggroep toe",
    en: "added a care group",
  },
  "care_group.change": {
    object: "care_group",
    action: "U",
    reader: "operator",
    nl: "veranderde een zorggroep",
    en: "changed a care group",
  },
  "register.import": {
    object: null,
    action: "U",
    reader: "operator",
    nl: "las het AGB-register in",
    en: "read the AGB register",
  },
  "suggestion.send": {
    object: "suggestion",
    action: "C",
    reader: "operator",
    nl: "stuurde een suggestie",
    en: "sent a suggestion",
  },
} as const satisfies Entries;
