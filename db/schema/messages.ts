import { id, index, instant, integer, table, text, uniqueIndex } from "../columns.ts";

/** Messages that must leave. Written in the transaction of their event; the body is sealed and wiped after sending. */
export const outbox = table(
  "outbox",
  {
    id: id(),
    channel: text().$type<"mail" | "sms">().notNull(),
    /** What it is about, such as `activation`; for counting and for the desk. */
    kind: text().notNull(),
    /** Whom or what it concerns, so that a withdrawn right can stop it. */
    subjectId: text(),
    /** One message per event: a second row with the same key is not made. */
    key: text().notNull(),
    /** Sealed JSON: to, subject, text, html. */
    body: text(),
    state: text().$type<"queued" | "sent" | "failed" | "stopped">().notNull(),
    attempts: integer().notNull().default(0),
    /** Next moment to try; moved ahead while a worker holds it. */
    dueAt: instant().notNull(),
    createdAt: instant().notNull(),
    sentAt: instant(),
    lastError: text(),
  },
  (t) => [uniqueIndex("outbox_key").on(t.key), index("outbox_due").on(t.state, t.dueAt)],
);

/** Inbox of the demo and of tests: what the development adapters received. Empty in production. */
export const devMessages = table("dev_messages", {
  id: id(),
  channel: text().$type<"mail" | "sms">().notNull(),
  recipient: text().notNull(),
  subject: text().notNull(),
  text: text().notNull(),
  html: text().notNull(),
  at: instant().notNull(),
});
