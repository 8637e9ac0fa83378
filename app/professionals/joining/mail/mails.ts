import { operator } from "#app/platform/settings/in-force.server.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import type { Mail } from "#app/platform/messages/outbox.server.ts";
import { config } from "#app/shared/config.server.ts";
import type { Language } from "#app/shared/i18n.ts";
import { formatDate } from "#app/ui/format.ts";
import { mailTexts } from "./texts.ts";

type Applicant = { language: Language; number: string };
const link = (path: string) => `${config.publicUrl}${path}`;
const status = (token: string) => link(`/s/${token}`);

/** Mails about a request. Names, codes and addresses do not stand in them: an address may have been typed by somebody else. */
export const mails = {
  receipt(to: Applicant & { targetOn: string }, token: string): Mail {
    const words = mailTexts[to.language].receipt;
    const paragraphs = words.paragraphs(to.number, formatDate(to.targetOn, to.language));
    return mailFrame({ ...base(to), title: words.title, paragraphs, button: button(to, token) });
  },
  repeated(to: Applicant, token: string): Mail {
    const words = mailTexts[to.language].repeated;
    return mailFrame({
      ...base(to),
      title: words.title,
      paragraphs: words.paragraphs(to.number),
      button: button(to, token),
    });
  },
  alreadyActive(language: Language): Mail {
    const { title, paragraphs, button: text } = mailTexts[language].alreadyActive;
    return mailFrame({ language, title, paragraphs, button: { text, href: link("/inloggen") } });
  },
  asked(to: Applicant, token: string, questions: string[], closesOn: string): Mail {
    const words = mailTexts[to.language].asked;
    const paragraphs = words.paragraphs(to.number, formatDate(closesOn, to.language));
    const rows = questions.map((value, i) => ({ label: `${words.field} ${i + 1}`, value }));
    return mailFrame({ ...base(to), title: words.title, paragraphs, rows, button: button(to, token) });
  },
  infoReminder(to: Applicant, token: string, closesOn: string): Mail {
    const words = mailTexts[to.language].infoReminder;
    const paragraphs = words.paragraphs(to.number, formatDate(closesOn, to.language));
    return mailFrame({ ...base(to), title: words.title, paragraphs, button: button(to, token) });
  },
  infoLapsed(to: Applicant): Mail {
    const words = mailTexts[to.language].infoLapsed;
    const again = { text: words.button, href: link("/registreren") };
    return mailFrame({ ...base(to), title: words.title, paragraphs: words.paragraphs(to.number), button: again });
  },
  /** `signed`: an authorization had been signed, and ended with the request. */
  rejected(to: Applicant, token: string, { reason, signed }: { reason: string; signed: boolean }): Mail {
    const words = mailTexts[to.language].rejected;
    const paragraphs = [...words.paragraphs(to.number, reason), ...(signed ? [words.ended] : [])];
    return mailFrame({ ...base(to), title: words.title, paragraphs, button: button(to, token) });
  },
  signAgain(to: Applicant, token: string, reason: string): Mail {
    const words = mailTexts[to.language].signAgain;
    const paragraphs = words.paragraphs(to.number, reason);
    return mailFrame({ ...base(to), title: words.title, paragraphs, button: button(to, token) });
  },
  newLink(to: Applicant, token: string): Mail {
    const words = mailTexts[to.language].newLink;
    return mailFrame({
      ...base(to),
      title: words.title,
      paragraphs: words.paragraphs(to.number),
      button: button(to, token),
    });
  },
  addedPractice(language: Language, practice: string): Mail {
    const words = mailTexts[language].addedPractice;
    const paragraphs = words.paragraphs(practice);
    return mailFrame({
      language,
      title: words.title,
      paragraphs,
      button: { text: words.button, href: link("/inloggen") },
    });
  },
  /** To the desk, which works in Dutch: what happened, with a link and nothing about the person. */
  desk(kind: keyof typeof mailTexts.nl.desk, request: { id: string; number: string }): Mail {
    const { title, text } = mailTexts.nl.desk[kind];
    const open = { text: "Aanvraag openen", href: link(`/servicedesk/aanvragen/${request.id}`) };
    const subject = `${title} ${request.number}`;
    return mailFrame({ language: "nl", title: subject, paragraphs: [`${text} (${request.number})`], button: open });
  },
};

/** Where the desk gets its mail. */
export const deskAddress = () => operator().desk.email;

const base = (to: Applicant) => ({ language: to.language });
const button = (to: Applicant, token: string) => ({ text: mailTexts[to.language].button, href: status(token) });
