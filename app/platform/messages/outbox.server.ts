import { outbox } from "#db/schema/messages.ts";
import type { Transaction } from "#db/client.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { newId } from "#app/shared/ids.server.ts";

export type Attachment = { name: string; mediaType: string; fileId: string };
/** `sender`: name in front of the address that mails come from; without one it is that of the operator. */
export type Mail = { sender?: string; subject: string; text: string; html: string; attachments?: Attachment[] };
export type Body = {
  to: string;
  sender?: string;
  subject: string;
  text: string;
  html: string;
  attachments?: Attachment[];
};

type Common = {
  /** Who gets it: a mail address or an E.164 number. */
  to: string;
  /** What it is about, such as `activation`. */
  kind: string;
  /** One message per event: the same key is queued once. */
  key: string;
  subjectId?: string;
  /** Not before this moment. */
  dueAt?: Date;
};

/** Queues a mail in the transaction of its event; the worker sends it after the commit. */
export async function queueMail(tx: Transaction, mail: Common & Mail): Promise<void> {
  await queue(tx, "mail", mail, {
    to: mail.to,
    sender: mail.sender,
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    attachments: mail.attachments,
  });
}

/** Queues an SMS in the transaction of its event. */
export async function queueSms(tx: Transaction, sms: Common & { text: string }): Promise<void> {
  await queue(tx, "sms", sms, { to: sms.to, subject: "", text: sms.text, html: "" });
}

async function queue(tx: Transaction, channel: "mail" | "sms", message: Common, body: Body): Promise<void> {
  const id = newId();
  await tx
    .insert(outbox)
    .values({
      id,
      channel,
      kind: message.kind,
      subjectId: message.subjectId ?? null,
      key: message.key,
      body: sealField(JSON.stringify(body), { table: "outbox", column: "body", row: id }),
      state: "queued",
      dueAt: message.dueAt ?? now(),
      createdAt: now(),
    })
    .onConflictDoNothing();
}
