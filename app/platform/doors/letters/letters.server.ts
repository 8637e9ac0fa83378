import type { Transaction } from "#db/client.server.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import { queueMail, type Mail } from "#app/platform/messages/outbox.server.ts";
import { operator } from "#app/platform/settings/in-force.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { callName } from "#app/shared/person-name.ts";
import { formatDateTime } from "#app/ui/format.ts";
import type { Door, DoorRow } from "../owners/owner.ts";
import type { Change, DoorWords } from "./words.ts";

const languageOf = (row: DoorRow) => row.language ?? "nl";

/** A mailed code: what it is for, how long it works, and what to do when somebody else asked for it. */
export function codeMail(language: "nl" | "en", words: DoorWords, purpose: string, code: string): Mail {
  const what = words.purposes[purpose] ?? purpose;
  const paragraphs = [words.code.lead(what), code, words.code.minutes, words.code.notYou(operator().desk.phone)];
  return mailFrame({ language, title: words.code.title(what), paragraphs });
}

/** The same in one text message. */
export function codeSms(words: DoorWords, purpose: string, code: string): string {
  return words.code.sms?.(code, words.purposes[purpose] ?? purpose, operator().desk.phone) ?? code;
}

const PATHS = { reset: "w", unlock: "ontgrendelen" } as const;

/** Mails a link for a new password, or one with which the owner ends a lock at once. */
export async function mailLink(tx: Transaction, door: Door, row: DoorRow, what: "reset" | "unlock", token: string) {
  if (!row.email) return;
  const { owner, place } = door;
  const language = languageOf(row);
  const { title, text, button, after } = owner.words[language][what];
  const href = `${owner.origin(place)}/${PATHS[what]}/${token}`;
  const key = `${owner.prefix}${what}:${row.id}:${now().getTime()}`;
  const mail = mailFrame({ language, title, paragraphs: [text], button: { text: button, href }, after: [after] });
  await queueMail(tx, { to: row.email, kind: `${owner.prefix}${what}`, key, subjectId: row.id, ...mail });
}

/** Mails the owner that something changed (ASVS 6.3.7), and what to do when it was somebody else. */
export async function tell(tx: Transaction, door: Door, row: DoorRow, change: Change): Promise<void> {
  const language = languageOf(row);
  const words = door.owner.words[language];
  const said = words.changes[change];
  if (!row.email || !said) return;
  const paragraphs = [words.greeting(callName(row)), said.text, formatDateTime(now(), language)];
  const mail = mailFrame({ language, title: said.title, paragraphs, after: [words.notYou] });
  const kind = `${door.owner.prefix}${change}`;
  await queueMail(tx, { to: row.email, kind, key: `${kind}:${row.id}:${newId()}`, subjectId: row.id, ...mail });
}
