import type { Transaction } from "#db/client.server.ts";
import { staffAccounts } from "#app/clients/records/clinician/staff-accounts.server.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import { queueMail } from "#app/platform/messages/outbox.server.ts";
import { config } from "#app/shared/config.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { texts } from "./texts.ts";

type Words = (typeof texts)["nl"];

/** Tells the staff of a practice that a client asked something; never who, nor what. */
export function tellStaff(tx: Transaction, environmentId: string, id: string): Promise<void> {
  return tell(tx, environmentId, { kind: "change_asked", key: id, subjectId: id, of: (words) => words.mail });
}

/** Tells the staff that so many changes wait whose last day has come; once a day. */
export function tellStaffLate(tx: Transaction, environmentId: string, count: number): Promise<void> {
  const of = (words: Words) => ({ ...words.mail, title: words.overdue.title, text: words.overdue.text(count) });
  return tell(tx, environmentId, { kind: "change_late", key: `${environmentId}:${today()}`, of });
}

async function tell(
  tx: Transaction,
  environmentId: string,
  mail: { kind: string; key: string; subjectId?: string; of: (words: Words) => Words["mail"] },
): Promise<void> {
  for (const { accountId, email, language } of await staffAccounts(tx, environmentId)) {
    const { title, text, button } = mail.of(texts[language]);
    const href = `${config.publicUrl}/behandelaar/${environmentId}/wijzigingen`;
    const message = mailFrame({ language, title, paragraphs: [text], button: { text: button, href } });
    const key = `${mail.kind}:${mail.key}:${accountId}`;
    await queueMail(tx, { to: email, kind: mail.kind, key, subjectId: mail.subjectId, ...message });
  }
}
