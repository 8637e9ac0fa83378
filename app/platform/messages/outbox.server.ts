import { outbox } from "#db/schema/messages.ts";
import type { Transaction } from "#db/client.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { sealField } from "#app/shared/crypto.server.ts";
import { newId } from "#app/shared/ids.server.ts";

/** `sender`: name in front of the address that mails come from; without one it is that of the operator. */
export type Mail = { sender?: string; subject: string; text: string; html: string };
/** A message with who gets it: a mail address, or an E.164 number; of a text message only `text` is sent. */
export type Body = Mail & { to: string };

/**
 * Queues a message in the transaction of its event; the worker sends it after the commit.
 * @param event what it is about, such as `activation`; the same key is queued once
 */
export async function queue(
  tx: Transaction,
  channel: "mail" | "sms",
  event: { kind: string; key: string; subjectId?: string },
  body: Body,
): Promise<void> {
  const id = newId();
  const sealed = sealField(JSON.stringify(body), { table: "outbox", column: "body", row: id });
  await tx
    .insert(outbox)
    .values({ id, channel, ...event, body: sealed, state: "queued", dueAt: now(), createdAt: now() })
    .onConflictDoNothing();
}
