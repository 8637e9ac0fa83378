import type { Entries } from "./entry.ts";

const account = { object: "account", reader: "account" } as const;
const digid = { object: "digid_request", action: "E", reader: "operator" } as const;
const operator = { object: "account", reader: "operator" } as const;

/** Accounts of professionals and of the operator: invitations, signing in, factors, passwords. */
export const doorEvents = {
  "account.invite": { ...account, action: "C", nl: "nodigde iemand uit", en: "invited somebody" },
  "account.invite_again": { ...account, action: "U", nl: "nodigde iemand opnieuw uit", en: "invited somebody again" },
  "account.send_again": {
    ...account,
    action: "U",
    nl: "stuurde een uitnodiging opnieuw",
    en: "sent an invitation again",
  },
  "account.activate": { ...account, action: "U", nl: "activeerde een account", en: "activated an account" },
  "account.end": { ...account, action: "U", nl: "beëindigde een account", en: "ended an account" },
  "account.language": { ...account, action: "U", nl: "koos een taal", en: "chose a language" },
  "factor.offer": { ...account, action: "C", nl: "begon een app te koppelen", en: "began to add an app" },
  "factor.bind": { ...account, action: "U", nl: "koppelde een app", en: "added an app" },
  "factor.remove": { ...account, action: "U", nl: "haalde een app weg", en: "removed an app" },
  "factor.off": {
    ...account,
    action: "U",
    nl: "zette codes uit na te veel fouten",
    en: "turned codes off after too many faults",
  },
  "recovery.renew": { ...account, action: "U", nl: "maakte nieuwe herstelcodes", en: "made new recovery codes" },
  "handover.make": { ...account, action: "C", nl: "maakte een code om over te dragen", en: "made a code to hand over" },
  "password.ask_reset": {
    ...account,
    action: "E",
    nl: "vroeg om een nieuw wachtwoord",
    en: "asked for a new password",
  },
  "password.reset": { ...account, action: "U", nl: "stelde een nieuw wachtwoord in", en: "set a new password" },
  "password.change": { ...account, action: "U", nl: "veranderde het wachtwoord", en: "changed the password" },
  "session.end": { ...account, action: "U", nl: "beëindigde een sessie", en: "ended a session" },
  "sign_in.password": { ...account, action: "E", nl: "gaf een wachtwoord", en: "gave a password" },
  "sign_in.code": { ...account, action: "E", nl: "gaf een code", en: "gave a code" },
  "sign_in.done": { ...account, action: "E", nl: "logde in", en: "signed in" },
  "sign_in.fresh": { ...account, action: "E", nl: "gaf opnieuw een code", en: "gave a code again" },
  "sign_in.unlock": { ...account, action: "E", nl: "ontgrendelde een account", en: "unlocked an account" },
  "terms.accept": {
    object: "terms",
    reader: "account",
    action: "C",
    nl: "ging akkoord met de voorwaarden",
    en: "accepted the terms",
  },
  "terms.decline": {
    object: "terms",
    reader: "account",
    action: "C",
    nl: "weigerde de voorwaarden",
    en: "declined the terms",
  },

  "digid.start": { ...digid, nl: "ging naar DigiD", en: "went to DigiD" },
  "digid.complete": { ...digid, nl: "kwam terug van DigiD", en: "came back from DigiD" },

  "operator.add": {
    ...operator,
    action: "C",
    nl: "gaf iemand een rol bij de beheerder",
    en: "gave somebody a role with the operator",
  },
  "operator.until": {
    ...operator,
    action: "U",
    nl: "zette een einddatum bij een rol",
    en: "set an end date to a role",
  },
  "operator.list": {
    ...operator,
    object: null,
    action: "R",
    nl: "bekeek de mensen van de beheerder",
    en: "looked at the people of the operator",
  },

  "message.give_up": {
    object: "message",
    action: "E",
    reader: "operator",
    nl: "kon een bericht niet versturen",
    en: "could not send a message",
  },
} as const satisfies Entries;
