import type { Transaction } from "#db/client.server.ts";
import { staffAccounts } from "#app/clinicians/staff-accounts.server.ts";
import { mailFrame } from "#app/notifications/frame.ts";
import { queueMail } from "#app/notifications/outbox.server.ts";
import { config } from "#app/shared/config.server.ts";
import { texts } from "./texts.ts";

/** Tells the staff of a practice that a client asked something; never who, nor what. */
export async function tellStaff(tx: Transaction, environmentId: string, id: string): Promise<void> {
  for (const { accountId, email, language } of await staffAccounts(tx, environmentId)) {
    const { title, text, button } = texts[language].mail;
    const href = `${config.publicUrl}/behandelaar/${environmentId}/wijzigingen`;
    const mail = mailFrame({ language, title, paragraphs: [text], button: { text: button, href } });
    const key = `change_asked:${id}:${accountId}`;
    await queueMail(tx, { to: email, kind: "change_asked", key, subjectId: id, ...mail });
  }
}
