import { operator } from "#app/platform/settings/in-force.server.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import type { Mail } from "#app/platform/messages/outbox.server.ts";
import type { Signer } from "#app/professionals/joining/signer.server.ts";
import { config } from "#app/shared/config.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { formatDate } from "#app/ui/format.ts";
import type { Field } from "./document/text.ts";
import { mailTexts } from "./mail-texts.ts";

const desk = () => `${operator().desk.phone}, ${operator().desk.email}`;
const linkTo = (token: string) => `${config.publicUrl}/m/${token}`;

/** The mail behind which the authorization is signed: every entered field, the button, what comes after, whom to ask. */
export function authorizationMail(signer: Signer, token: string, fields: Field[]): Mail {
  const words = pick(mailTexts, signer.language).authorization;
  return mailFrame({
    language: signer.language,
    title: words.title,
    paragraphs: [
      words.greeting(signer.name),
      words.asked(operator().product),
      words.check,
      words.after,
      words.employees,
    ],
    rows: fields,
    button: { text: words.button, href: linkTo(token) },
  });
}

/** Tells that the document changed on the signer's own word; the link stays. */
export function correctedMail(signer: Signer, version: number, fields: Field[]): Mail {
  const words = pick(mailTexts, signer.language).corrected;
  return mailFrame({
    language: signer.language,
    title: words.title,
    paragraphs: [words.greeting(signer.name), words.what(version), words.link],
    rows: fields,
  });
}

/** Asks again, with a link that takes the place of the older one. */
export function reminderMail(signer: Signer, token: string, until: Date): Mail {
  const words = pick(mailTexts, signer.language).reminder;
  return mailFrame({
    language: signer.language,
    title: words.title,
    paragraphs: [
      words.greeting(signer.name),
      words.what(signer.practiceName),
      words.until(formatDate(until, signer.language)),
      words.newer,
    ],
    button: { text: words.button, href: linkTo(token) },
  });
}

/** Tells that the link no longer works, and how to get a new one. */
export function lapsedMail(signer: Signer): Mail {
  const words = pick(mailTexts, signer.language).lapsed;
  return mailFrame({
    language: signer.language,
    title: words.title,
    paragraphs: [words.greeting(signer.name), words.what(signer.practiceName), words.how],
  });
}

/** Thanks, names the promise and where the sealed document is. */
export function signedMail(signer: Signer, facts: { promiseOn: string | null; ways: string[] }): Mail {
  const words = pick(mailTexts, signer.language).signed;
  const promise = facts.promiseOn ? [words.promise(formatDate(facts.promiseOn, signer.language))] : [];
  return mailFrame({
    language: signer.language,
    title: words.title,
    paragraphs: [words.greeting(signer.name), words.what(signer.practiceName), ...promise, words.where, words.notYou],
  });
}

/** Tells the desk that a signer refused; no personal data in the mail. */
export function declinedMail(number: string): Mail {
  const words = mailTexts.nl.declined;
  const button = { text: words.button, href: `${config.publicUrl}/servicedesk` };
  return mailFrame({ language: "nl", title: words.title(number), paragraphs: [words.what(number)], button });
}

/** Tells the practitioner that an authorization stopped, why, and what that means. */
export function fallenMail(
  to: { name: string; language: "nl" | "en" },
  practice: string,
  how: "withdrawn" | "ended",
): Mail {
  const words = pick(mailTexts, to.language).fallen;
  return mailFrame({
    language: to.language,
    title: words.title(practice),
    paragraphs: [words.greeting(to.name), words[how](practice), words.effect, words.kept],
  });
}

/** The SMS that confirms a signature: what it is for, which document and practice (G02). */
export function codeSms(signer: Signer, code: string): string {
  return pick(mailTexts, signer.language).code.sms(code, signer.number, signer.practiceName, operator().product);
}

/** The same by mail, for a signer without a mobile number. */
export function codeMail(signer: Signer, code: string): Mail {
  const words = pick(mailTexts, signer.language).code;
  return mailFrame({
    language: signer.language,
    title: words.title,
    paragraphs: [words.for(signer.number, signer.practiceName), words.code(code), words.minutes, words.notYou(desk())],
  });
}
