import { operator } from "#app/platform/settings/in-force.server.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import type { Mail } from "#app/platform/messages/outbox.server.ts";
import { config } from "#app/shared/config.server.ts";
import type { Language } from "#app/shared/i18n.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { masked, type Account } from "./account.server.ts";
import { texts } from "./mails/texts.ts";

const languageOf = (account: Pick<Account, "language">): Language => account.language ?? "nl";

/** The mail with which somebody makes the account work; sent once (I-10). */
export function activationMail(account: Account, mobile: string | null, token: string): Mail {
  const language = languageOf(account);
  const words = texts[language].activation;
  return mailFrame({
    language,
    title: words.title(operator().product),
    paragraphs: [words.greeting(`${account.firstName} ${account.lastName}`), words.lead(operator().product)],
    rows: [
      { label: words.userName, value: account.email },
      { label: words.portal, value: config.publicUrl },
      { label: words.factor, value: mobile ? words.bySms(masked(mobile)) : words.byMail },
    ],
    button: { text: words.button, href: `${config.publicUrl}/a/${token}` },
    after: [words.week, mobile ? words.tied : words.handover],
  });
}

/** Tells that nobody activated the account in thirty days, and where a new invitation can be asked for. */
export function lapsedMail(account: Account, token: string): Mail {
  const language = languageOf(account);
  const words = texts[language].lapsed;
  return mailFrame({
    language,
    title: words.title,
    paragraphs: [texts[language].activation.greeting(account.firstName), words.lead(operator().product), words.how],
    button: { text: words.button, href: `${config.publicUrl}/a/${token}` },
  });
}

/** A mailed code: what it is for, how long it works, and what to do when somebody else asked for it. */
export function codeMail(language: Language, purpose: keyof (typeof texts)["nl"]["purposes"], code: string): Mail {
  const words = texts[language];
  const paragraphs = [
    words.code.lead(words.purposes[purpose]),
    code,
    words.code.minutes,
    words.code.notYou(operator().desk.phone),
  ];
  return mailFrame({ language, title: words.code.title(words.purposes[purpose]), paragraphs });
}

/** The same in one SMS. */
export function codeSms(language: Language, purpose: keyof (typeof texts)["nl"]["purposes"], code: string): string {
  const words = texts[language];
  return words.code.sms(code, words.purposes[purpose], operator().desk.phone);
}

export type Change = keyof (typeof texts)["nl"]["changes"];

/** Tells the owner that something about the account has changed, and what to do when it was not the owner. */
export function changeMail(account: Account, change: Change, at: Date): Mail {
  const language = languageOf(account);
  const words = texts[language];
  const said = words.changes[change];
  return mailFrame({
    language,
    title: said.title,
    paragraphs: [words.activation.greeting(account.firstName), said.text, formatDateTime(at, language)],
    after: [words.notYou],
  });
}

/** A link to choose a new password. */
export function resetMail(account: Account, token: string): Mail {
  const language = languageOf(account);
  const words = texts[language];
  return mailFrame({
    language,
    title: words.reset.title,
    paragraphs: [words.reset.lead],
    button: { text: words.reset.button, href: `${config.publicUrl}/w/${token}` },
    after: [words.reset.after],
  });
}

/** A link for the owner to end a lock at once. */
export function unlockMail(account: Account, token: string): Mail {
  const language = languageOf(account);
  const words = texts[language];
  return mailFrame({
    language,
    title: words.unlock.title,
    paragraphs: [words.unlock.lead],
    button: { text: words.unlock.button, href: `${config.publicUrl}/ontgrendelen/${token}` },
    after: [words.unlock.after],
  });
}
