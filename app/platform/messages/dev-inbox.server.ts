import { asc, eq } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { devMessages } from "#db/schema/messages.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import type { Body } from "./outbox.server.ts";

/** Keeps a copy of a message for the inbox of a demo or test. A message sent twice stands in it twice. */
export async function keepDevMessage(reference: string, channel: "mail" | "sms", body: Body): Promise<void> {
  const { to: recipient, subject, text, html } = body;
  await transaction(async (tx) => {
    await tx
      .insert(devMessages)
      .values({ id: `${newId()}.${reference}`, channel, recipient, subject, text, html, at: now() });
  });
}

/** Messages of the demo, oldest first. */
export async function devInbox(to: string | null) {
  const rows = await db
    .select()
    .from(devMessages)
    .where(to ? eq(devMessages.recipient, to) : undefined)
    .orderBy(asc(devMessages.at), asc(devMessages.id));
  return rows.map(({ recipient, at, ...row }) => ({ ...row, to: recipient, at: at.toISOString() }));
}
