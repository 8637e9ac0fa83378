import type { Transaction } from "#db/client.server.ts";
import { operator } from "#app/platform/settings/in-force.server.ts";
import { absolute } from "#app/platform/settings/origin.server.ts";
import type { Language } from "#app/shared/i18n.ts";
import { mailFrame } from "./frame.ts";
import type { Letter } from "./letter.ts";
import { queueMail, queueSms, type Mail } from "./outbox.server.ts";
import { operatorVoice } from "./voice.server.ts";

/** Who gets a letter, in which language; `about` is the id of what it is about. */
export type Recipient = { email: string; language: Language | null; about?: string };

/** The desk of the operator, which works in Dutch. */
export const theDesk = (about?: string): Recipient => ({ email: operator().desk.email, language: "nl", about });

/**
 * Sends a letter, in the transaction of its event; it leaves after the commit.
 * @param once names the event: a letter of this kind goes once for it
 */
export async function send(tx: Transaction, to: Recipient, letter: Letter, once: string): Promise<void> {
  const { kind } = letter;
  const mail = mailOf(letter, to.language);
  await queueMail(tx, { to: to.email, kind, key: `${kind}:${once}`, subjectId: to.about, ...mail });
}

/** The same as a text message. */
export async function sendText(
  tx: Transaction,
  to: Omit<Recipient, "email"> & { mobile: string },
  letter: Letter,
  once: string,
): Promise<void> {
  const { kind } = letter;
  const text = textOf(letter, to.language);
  await queueSms(tx, { to: to.mobile, kind, key: `${kind}:${once}`, subjectId: to.about, text });
}

const tongueOf = (language: Language | null) => ({ language: language ?? "nl", voice: operatorVoice() });

/** A letter as a mail: in its frame, with links that can be followed from a mailbox. */
export function mailOf(letter: Letter, language: Language | null): Mail {
  const how = tongueOf(language);
  const { button, ...said } = letter.say(how);
  return mailFrame({ ...said, ...how, button: button && { text: button.text, href: absolute(button.to) } });
}

/** A letter as one text message. */
export function textOf(letter: Letter, language: Language | null): string {
  const text = letter.text?.(tongueOf(language));
  if (text === undefined) throw new Error(`${letter.kind} has no words for a text message`);
  return text;
}
