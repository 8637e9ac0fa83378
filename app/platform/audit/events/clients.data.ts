import type { Entries } from "./entry.ts";

/** Steps of a case: read by the client, and by whoever answers. */
const both = { reader: ["client", "clinic"] } as const;
const door = { object: "client_account", reader: "client" } as const;
const staffed = { ...door, purpose: "administration" } as const;
/** A client at the own record. */
const own = { action: "R", purpose: "own_record", reader: "client" } as const;
const care = { purpose: "care", reader: "client" } as const;
const part = { ...care, object: "record_part", action: "U" } as const;
const sent = {
  object: ["person", "treatment", "appointment", "record_part"],
  purpose: "treatment",
  reader: "client",
} as const;
const intake = { object: "record_intake", reader: "operator" } as const;
const link = { object: "record_link", action: "U", reader: "client" } as const;
const correction = { object: "correction_request", ...both } as const;
const change = { object: "change_request", ...both } as const;
const place = { object: "environment_staff", reader: "account" } as const;

/** Clients of the portals: their way in, their record, what they ask, and who of the environment looked. */
export const clientEvents = {
  "client.sign_up": {
    ...door,
    ...both,
    object: ["client_account", "environment"],
    action: "C",
    nl: "meldde zich aan",
    en: "signed up",
  },
  "client.open_account": { ...door, ...both, action: "C", nl: "kreeg toegang met DigiD", en: "got access with DigiD" },
  "client.sign_in": { ...door, object: ["client_account", "person"], action: "E", nl: "logde in", en: "signed in" },
  "client.password": { ...door, action: "E", nl: "gaf een wachtwoord", en: "gave a password" },
  "client.code": { ...door, action: "E", nl: "gaf een code", en: "gave a code" },
  "client.codes_off": {
    ...door,
    action: "U",
    nl: "zette inloggen met een code uit na te veel verkeerde codes",
    en: "switched off signing in with a code after too many wrong ones",
  },
  "client.ask_reset": { ...door, action: "E", nl: "vroeg om een nieuw wachtwoord", en: "asked for a new password" },
  "client.reset_password": { ...door, action: "E", nl: "stelde een nieuw wachtwoord in", en: "set a new password" },
  "client.unlock": { ...door, action: "E", nl: "ontgrendelde de toegang", en: "unlocked the access" },
  "client.session_end": { ...door, action: "U", nl: "beëindigde een sessie", en: "ended a session" },
  "client.language": { ...door, action: "U", nl: "koos een taal", en: "chose a language" },
  "client.tour": { ...door, action: "U", nl: "sloot de rondleiding", en: "closed the tour" },
  "client.close_mail_door": { ...door, action: "U", nl: "sloot de weg met e-mail", en: "closed the way by e-mail" },
  "client.trust_device": { ...door, action: "C", nl: "liet een apparaat onthouden", en: "had a device remembered" },
  "client.forget_devices": { ...door, action: "D", nl: "liet apparaten vergeten", en: "had devices forgotten" },
  "client.link_digid": { ...door, action: "U", nl: "koppelde DigiD", en: "linked DigiD" },
  "client.unlink_digid": { ...door, action: "U", nl: "ontkoppelde DigiD", en: "unlinked DigiD" },
  "client.terms_accept": {
    object: "client_terms",
    action: "C",
    reader: "client",
    nl: "ging akkoord met de voorwaarden",
    en: "accepted the terms",
  },
  "client.terms_decline": {
    object: "client_terms",
    action: "C",
    reader: "client",
    nl: "weigerde de voorwaarden",
    en: "declined the terms",
  },
  "client.draft_keep": {
    object: "client_draft",
    action: "C",
    reader: "client",
    nl: "bewaarde een concept",
    en: "kept a draft",
  },

  "client.accounts_list": {
    ...staffed,
    action: "R",
    nl: "bekeek de lijst met cliënten",
    en: "looked at the list of clients",
  },
  "client.accounts_search": {
    ...staffed,
    action: "R",
    nl: "zocht in de lijst met cliënten",
    en: "searched the list of clients",
  },
  "client.account_look": {
    ...staffed,
    action: "R",
    nl: "bekeek de toegang van een cliënt",
    en: "looked at the access of a client",
  },
  "client.confirm_age": { ...staffed, ...both, action: "U", nl: "stelde de leeftijd vast", en: "confirmed the age" },
  "client.match_look": {
    ...door,
    object: ["client_account", "person"],
    action: "R",
    purpose: "match",
    nl: "vergeleek een aanmelding met een dossier",
    en: "compared a sign-up with a record",
  },
  "client.accept": { ...door, ...both, action: "U", nl: "nam een aanmelding aan", en: "accepted a sign-up" },
  "client.refuse": { ...door, ...both, action: "U", nl: "wees een aanmelding af", en: "refused a sign-up" },
  "client.undo_match": {
    ...door,
    ...both,
    action: "U",
    nl: "maakte een aanmelding los van een dossier",
    en: "took a sign-up off a record",
  },
  "client.reopen": { ...door, ...both, action: "U", nl: "opende een aanmelding opnieuw", en: "opened a sign-up again" },

  "home.look": { ...own, object: "record", nl: "bekeek het overzicht", en: "looked at the overview" },
  "record.look": { ...own, object: "record", nl: "bekeek het dossier", en: "looked at the record" },
  "profile.look": { ...own, object: "person", nl: "bekeek het profiel", en: "looked at the profile" },
  "part.look": { ...own, object: "record_part", nl: "bekeek een onderdeel", en: "looked at a part" },
  "document.view": { ...own, object: "record_part", nl: "bekeek een document", en: "looked at a document" },
  "document.download": { ...own, object: "record_part", nl: "bewaarde een document", en: "kept a document" },
  "appointments.look": { ...own, object: "record", nl: "bekeek de afspraken", en: "looked at the appointments" },
  "appointment.look": { ...own, object: "appointment", nl: "bekeek een afspraak", en: "looked at an appointment" },
  "appointment.calendar": {
    ...own,
    object: "appointment",
    nl: "zette een afspraak in de agenda",
    en: "put an appointment in the calendar",
  },
  "log.look": { ...own, object: "record", nl: "bekeek wie er keek", en: "looked at who looked" },
  "log.file": { ...own, object: "record", nl: "bewaarde wie er keek", en: "kept who looked" },

  "clinician.list": {
    ...care,
    object: "person",
    action: "R",
    nl: "bekeek de eigen cliënten",
    en: "looked at the own clients",
  },
  "clinician.search": {
    ...care,
    object: "person",
    action: "R",
    nl: "zocht in de eigen cliënten",
    en: "searched the own clients",
  },
  "clinician.look": { ...care, object: "record", action: "R", nl: "bekeek een dossier", en: "looked at a record" },
  "clinician.part_look": {
    ...part,
    action: "R",
    nl: "bekeek een onderdeel van een dossier",
    en: "looked at a part of a record",
  },
  "part.block": { ...part, nl: "schermde een onderdeel af", en: "shielded a part" },
  "part.unblock": { ...part, nl: "hief een afscherming op", en: "lifted a shielding" },
  "part.disagreement": {
    ...part,
    action: "C",
    nl: "legde een verschil van mening vast",
    en: "recorded a disagreement",
  },
  "part.hold": {
    ...part,
    nl: "hield een onderdeel vast om het eerst te bespreken",
    en: "held a part to discuss it first",
  },
  "part.hold_longer_ask": {
    ...part,
    nl: "vroeg een onderdeel langer vast te houden",
    en: "asked to hold a part longer",
  },
  "part.hold_longer": { ...part, nl: "hield een onderdeel langer vast", en: "held a part longer" },
  "part.release": { ...part, nl: "gaf een onderdeel vrij", en: "released a part" },
  "record_link.link": { ...link, purpose: "care", nl: "koppelde het dossier", en: "linked the record" },
  "record_link.unlink": { ...link, purpose: "care", nl: "ontkoppelde het dossier", en: "unlinked the record" },
  "record_link.ask": {
    ...link,
    purpose: "own_record",
    nl: "vroeg het dossier te koppelen",
    en: "asked to link the record",
  },
  "record_link.withdraw": {
    ...link,
    purpose: "own_record",
    nl: "trok de koppeling van het dossier in",
    en: "withdrew the link to the record",
  },

  "record.import": {
    ...sent,
    action: ["C", "U"],
    nl: "stuurde gegevens van het dossier",
    en: "sent data of the record",
  },
  "record.withdraw": {
    ...sent,
    action: "D",
    nl: "trok gegevens van het dossier in",
    en: "withdrew data of the record",
  },
  "record.line_refused": {
    ...sent,
    action: ["C", "U"],
    nl: "stuurde gegevens die niet konden kloppen",
    en: "sent data that could not be right",
  },
  "record.intake": {
    ...intake,
    action: "E",
    purpose: "treatment",
    nl: "stuurde een levering van dossiers",
    en: "sent a delivery of records",
  },
  "record.intake_look": {
    ...intake,
    action: "R",
    nl: "bekeek de leveringen van dossiers",
    en: "looked at the deliveries of records",
  },
  "record.intake_remove": {
    ...intake,
    action: "D",
    nl: "verwijderde een oud verslag van een levering",
    en: "removed an old report of a delivery",
  },

  "correction.submit": {
    ...correction,
    action: "C",
    purpose: "own_record",
    nl: "deed een verzoek",
    en: "made a request",
  },
  "correction.withdraw": {
    ...correction,
    action: "U",
    purpose: "own_record",
    nl: "trok een verzoek in",
    en: "took a request back",
  },
  "correction.list": {
    ...correction,
    reader: "client",
    action: "R",
    purpose: ["own_record", "care"],
    nl: "bekeek verzoeken",
    en: "looked at requests",
  },
  "correction.look": {
    ...correction,
    reader: "client",
    action: "R",
    purpose: ["own_record", "care"],
    nl: "bekeek een verzoek",
    en: "looked at a request",
  },
  "correction.take_up": {
    ...correction,
    action: "U",
    purpose: "care",
    nl: "nam een verzoek in behandeling",
    en: "took up a request",
  },
  "correction.extend": {
    ...correction,
    action: "U",
    purpose: "care",
    nl: "nam meer tijd voor een verzoek",
    en: "took more time for a request",
  },
  "correction.grant": {
    ...correction,
    action: "U",
    purpose: "care",
    nl: "stemde in met een verzoek",
    en: "granted a request",
  },
  "correction.refuse": {
    ...correction,
    action: "U",
    purpose: "care",
    nl: "wees een verzoek af",
    en: "refused a request",
  },
  "correction.stop": { ...correction, action: "U", nl: "stopte een verzoek", en: "stopped a request" },
  "correction.remind": { ...correction, action: "U", nl: "herinnerde aan een verzoek", en: "reminded of a request" },

  "change.ask": {
    ...change,
    action: "C",
    purpose: "own_record",
    nl: "vroeg om een wijziging",
    en: "asked for a change",
  },
  "change.withdraw": {
    ...change,
    action: "U",
    purpose: "own_record",
    nl: "trok een wijziging in",
    en: "took a change back",
  },
  "change.look": {
    ...change,
    reader: "client",
    object: ["change_request", "appointment", "person"],
    action: "R",
    purpose: ["administration", "own_record"],
    nl: "bekeek een wijziging",
    en: "looked at a change",
  },
  "change.list": {
    ...change,
    reader: "client",
    action: "R",
    purpose: "administration",
    nl: "bekeek de wijzigingen",
    en: "looked at the changes",
  },
  "change.done": {
    ...change,
    action: "U",
    purpose: "administration",
    nl: "voerde een wijziging door",
    en: "made a change",
  },
  "change.declined": {
    ...change,
    action: "U",
    purpose: "administration",
    nl: "wees een wijziging af",
    en: "declined a change",
  },
  "change.stop": { ...change, action: "U", nl: "stopte een wijziging", en: "stopped a change" },
  "change.remind": { ...change, action: "E", nl: "herinnerde aan wijzigingen", en: "reminded of changes" },
  "change.remove": { ...change, action: "D", nl: "verwijderde een oude wijziging", en: "removed an old change" },

  "staff.appoint": {
    ...place,
    action: "C",
    nl: "gaf iemand een plaats bij een zorgverlener",
    en: "gave somebody a place with a care provider",
  },
  "staff.until": { ...place, action: "U", nl: "zette een einddatum bij een plaats", en: "set an end date to a place" },
  "staff.end": { ...place, action: "U", nl: "beëindigde een plaats", en: "ended a place" },
  "staff.list": {
    ...place,
    object: null,
    action: "R",
    nl: "bekeek wie er plaatsen heeft",
    en: "looked at who has places",
  },
} as const satisfies Entries;
