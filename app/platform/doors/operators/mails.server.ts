import { mailFrame } from "#app/platform/messages/frame.ts";
import type { Mail } from "#app/platform/messages/outbox.server.ts";
import { formatDateTime } from "#app/ui/format.ts";
import type { Account } from "../account.server.ts";
import { texts } from "./mail-texts.ts";

/** What a command did in somebody's name. */
export type Asked = { act: keyof (typeof texts)["nl"]["acts"]; about: string };

/** Tells a supervisor what was done on the server in the own name. */
export function askedMail(supervisor: Account, { act, about }: Asked, at: Date): Mail {
  const language = supervisor.language ?? "nl";
  const words = texts[language];
  return mailFrame({
    language,
    title: words.title,
    paragraphs: [words.greeting(`${supervisor.firstName} ${supervisor.lastName}`), words.lead],
    rows: [
      { label: words.what, value: words.acts[act] },
      { label: words.about, value: about },
      { label: words.when, value: formatDateTime(at, language) },
    ],
    after: [words.notYou],
  });
}
