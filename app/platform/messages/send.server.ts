import type { Transaction } from "#db/client.server.ts";
import { environmentOf, operator } from "#app/platform/settings/in-force.server.ts";
import type { Language } from "#app/shared/i18n.ts";
import { mailFrame } from "./frame.ts";
import type { Letter, Speaker, Tongue } from "./letter.ts";
import { queue, type Mail } from "./outbox.server.ts";
import { environmentVoice, operatorVoice } from "./voice.server.ts";

/** Who reads a letter: in which language, and of which environment where the letter speaks for one. */
type ReaderOf<S extends Speaker> = { language: Language | null } & (S extends "environment"
  ? { environmentId: string }
  : { environmentId?: string });
/** Who gets a letter, and where: by mail, or at an E.164 number as a text message. */
export type Recipient<S extends Speaker = Speaker> = ReaderOf<S> & ({ email: string } | { mobile: string });

/** The desk of the operator, which works in Dutch. */
export const theDesk = (about?: string) => ({ email: operator().desk.email, language: "nl", about }) as const;

/**
 * Sends a letter, in the transaction of its event; it leaves after the commit.
 * @param to `about` is the id of what the letter is about
 * @param once names the event: a letter of this kind goes once for it
 */
export async function send<S extends Speaker>(
  tx: Transaction,
  to: Recipient<S> & { about?: string },
  letter: Letter<S>,
  once: string,
): Promise<void> {
  const { kind } = letter;
  const event = { kind, key: `${kind}:${once}`, subjectId: to.about };
  if ("email" in to) await queue(tx, "mail", event, { to: to.email, ...mailOf(letter, to) });
  else await queue(tx, "sms", event, { to: to.mobile, subject: "", text: textOf(letter, to), html: "" });
}

function tongueOf<S extends Speaker>({ speaksFor }: Letter<S>, { language, environmentId }: ReaderOf<S>): Tongue {
  const voice = speaksFor === "environment" ? environmentVoice(environmentOf(environmentId)) : operatorVoice();
  return { language: language ?? "nl", voice };
}

/** A letter as a mail: in its frame, with links that can be followed from a mailbox. */
export function mailOf<S extends Speaker>(letter: Letter<S>, reader: ReaderOf<S>): Mail {
  const how = tongueOf(letter, reader);
  return mailFrame(letter.say(how), how);
}

/** A letter as one text message. */
export function textOf<S extends Speaker>(letter: Letter<S>, reader: ReaderOf<S>): string {
  const text = letter.text?.(tongueOf(letter, reader));
  if (text === undefined) throw new Error(`${letter.kind} has no words for a text message`);
  return text;
}
