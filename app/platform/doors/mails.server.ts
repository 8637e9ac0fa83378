import { operator } from "#app/platform/settings/in-force.server.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import type { Mail } from "#app/platform/messages/outbox.server.ts";
import { config } from "#app/shared/config.server.ts";
import type { Language } from "#app/shared/i18n.ts";
import { masked, type Account } from "./account.server.ts";
import { texts } from "./letters/account-texts.ts";

const languageOf = (account: Pick<Account, "language">): Language => account.language ?? "nl";

/** The mail with which somebody makes the account work; sent once (I-10). */
export function activationMail(account: Account, mobile: string | null, token: string): Mail {
  const language = languageOf(account);
  const words = texts[language].activation;
  return mailFrame({
    language,
    title: words.title(operator().product),
    paragraphs: [texts[language].greeting(`${account.firstName} ${account.lastName}`), words.lead(operator().product)],
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
    paragraphs: [texts[language].greeting(account.firstName), words.lead(operator().product), words.how],
    button: { text: words.button, href: `${config.publicUrl}/a/${token}` },
  });
}
