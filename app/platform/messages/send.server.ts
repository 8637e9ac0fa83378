import type { Transaction } from "#db/client.server.ts";
import { operator } from "#app/platform/settings/in-force.server.ts";
import { absolute } from "#app/platform/settings/origin.server.ts";
import type { Language } from "#app/shared/i18n.ts";
import { mailFrame } from "./frame.ts";
import type { Letter, Speaker } from "./letter.ts";
import { queueMail, type Mail } from "./outbox.server.ts";
import { environmentVoice, operatorVoice } from "./voice.server.ts";

/** Who reads a letter: in which language, and of which environment where the letter speaks for one. */
export type ReaderOf<S extends Speaker> = { language: Language | null } & (S extends "environment"
  ? { environmentId: string }
  : { environmentId?: string });
/** Who gets a letter; `about` is the id of what it is about. */
type Recipient<S extends Speaker> = ReaderOf<S> & { about?: string };

/** The desk of the operator, which works in Dutch. */
export const theDesk = (about?: string) => ({ email: operator().desk.email, language: "nl", about }) as const;

/**
 * Sends a letter, in the transaction of its event; it leaves after the commit.
 * @param once names the event: a letter of this kind goes once for it
 */
export async function send<S extends Speaker>(
  tx: Transaction,
  to: Recipient<S> & { email: string },
  letter: Letter<S>,
  once: string,
): Promise<void> {
  const { kind } = letter;
  await queueMail(tx, { to: to.email, kind, key: `${kind}:${once}`, subjectId: to.about, ...mailOf(letter, to) });
}

function tongueOf<S extends Speaker>({ speaksFor }: Letter<S>, { language, environmentId }: ReaderOf<S>) {
  const voice = speaksFor === "environment" ? environmentVoice(environmentId) : operatorVoice();
  return { language: language ?? "nl", voice };
}

/** A letter as a mail: in its frame, with links that can be followed from a mailbox. */
export function mailOf<S extends Speaker>(letter: Letter<S>, reader: ReaderOf<S>): Mail {
  const how = tongueOf(letter, reader);
  const { button, ...said } = letter.say(how);
  return mailFrame({ ...said, ...how, button: button && { text: button.text, href: absolute(button.to) } });
}

/** A letter as one text message. */
export function textOf<S extends Speaker>(letter: Letter<S>, reader: ReaderOf<S>): string {
  const text = letter.text?.(tongueOf(letter, reader));
  if (text === undefined) throw new Error(`${letter.kind} has no words for a text message`);
  return text;
}
