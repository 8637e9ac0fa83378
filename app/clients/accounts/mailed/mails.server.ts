import type { Transaction } from "#db/client.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import { environmentOf, operator } from "#app/platform/settings/in-force.server.ts";
import { originOf } from "#app/platform/settings/origin.server.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import { queueMail, type Mail } from "#app/platform/messages/outbox.server.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import type { Language } from "#app/shared/i18n.ts";
import { newId } from "#app/shared/ids.server.ts";
import { callName } from "#app/shared/person-name.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { ownDoor } from "../child/own-door.server.ts";
import type { ClientAccount } from "../sessions.server.ts";
import { texts } from "./mail-texts.ts";

const languageOf = (account: ClientAccount): Language => account.language ?? "nl";

/** Address of a page of an environment, for a mail. */
const at = (environmentId: string, path: string) => `${originOf(environmentId)}/mijn/${environmentId}${path}`;

/** A mailed code: what it is for, how long it works, and what to do when somebody else asked for it. */
export function codeMail(language: Language, purpose: "sign_in" | "sign_up", code: string): Mail {
  const words = texts[language];
  const what = words.purposes[purpose];
  const paragraphs = [words.code.lead(what), code, words.code.minutes, words.code.notYou(operator().desk.phone)];
  return mailFrame({ language, title: words.code.title(what), paragraphs });
}

/** For somebody who signs up with an address that has an account: goes where the code would have gone. */
export function existsMail(language: Language, environment: Environment): Mail {
  const { title, text, button, after } = texts[language].exists;
  const href = at(environment.id, "/inloggen/mail");
  return mailFrame({ language, title, paragraphs: [text], button: { text: button, href }, after: [after] });
}

/**
 * Says by mail what the screen does not say to strangers: why the right password opens nothing. At most once a day for
 * each reason.
 */
export async function mailWhyNot(tx: Transaction, account: ClientAccount): Promise<void> {
  if (!account.email) return;
  const why = { signed_up: "waiting", refused: "refused", closed: "closed" } as const;
  const door = await ownDoor(account, tx);
  const shut = door === "open" ? "shut" : door;
  const reason = account.state in why ? why[account.state as keyof typeof why] : shut;
  const language = languageOf(account);
  const { title, text, button } = texts[language][reason];
  const href = at(account.environmentId, reason === "shut" ? "/inloggen" : "/aanmelden");
  const { phone, email } = environmentOf(account.environmentId).desk;
  const reach = reason === "child" || reason === "age_unknown" ? [[phone, email].filter(Boolean).join(", ")] : [];
  const paragraphs = [texts[language].greeting(callName(account)), text, ...reach];
  const key = `client_${reason}:${account.id}:${today()}`;
  const mail = mailFrame({ language, title, paragraphs, button: button ? { text: button, href } : undefined });
  await queueMail(tx, { to: account.email, kind: `client_${reason}`, key, subjectId: account.id, ...mail });
}

/** Mails a link for a new password, or one with which the owner ends a lock at once. */
export async function mailLink(
  tx: Transaction,
  account: ClientAccount,
  what: "reset" | "unlock",
  token: string,
): Promise<void> {
  if (!account.email) return;
  const language = languageOf(account);
  const { title, text, button, after } = texts[language][what];
  const href = at(account.environmentId, `${what === "reset" ? "/w/" : "/ontgrendelen/"}${token}`);
  const key = `client_${what}:${account.id}:${now().getTime()}`;
  const mail = mailFrame({ language, title, paragraphs: [text], button: { text: button, href }, after: [after] });
  await queueMail(tx, { to: account.email, kind: `client_${what}`, key, subjectId: account.id, ...mail });
}

/** Tells the owner that the password has changed (ASVS 6.3.7). */
export const tellPassword = (tx: Transaction, account: ClientAccount) => tellChange(tx, account, "password");

/** Tells the owner that codes are off after too many wrong ones, and what now. */
export const tellCodesOff = (tx: Transaction, account: ClientAccount) => tellChange(tx, account, "codes_off");

async function tellChange(tx: Transaction, account: ClientAccount, change: "password" | "codes_off"): Promise<void> {
  if (!account.email) return;
  const language = languageOf(account);
  const words = texts[language];
  const { title, text } = words[change];
  const paragraphs = [words.greeting(callName(account)), text, formatDateTime(now(), language)];
  const mail = mailFrame({ language, title, paragraphs, after: [words.notYou] });
  const kind = `client_${change}`;
  await queueMail(tx, { to: account.email, kind, key: `${kind}:${newId()}`, subjectId: account.id, ...mail });
}

/** Tells practice staff that somebody waits, without saying who; at most once a day. */
export async function tellStaff(tx: Transaction, environment: Environment): Promise<void> {
  const { title, text, button } = texts.nl.staff;
  const href = `${config.publicUrl}/behandelaar/${environment.id}/aanmeldingen`;
  const mail = mailFrame({ language: "nl", title, paragraphs: [text], button: { text: button, href } });
  const key = `client_staff:${environment.id}:${today()}`;
  await queueMail(tx, { to: environment.desk.email, kind: "client_staff", key, ...mail });
}
