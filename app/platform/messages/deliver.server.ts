import { and, asc, eq, lte, notInArray } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { outbox } from "#db/schema/messages.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { openField } from "#app/shared/crypto.server.ts";
import { sendMail } from "./mail.server.ts";
import type { Body } from "./outbox.server.ts";
import { sendSms } from "./sms.server.ts";

const LEASE_MS = 60_000;
const MAX_ATTEMPTS = 8;
/** Wait after the nth failure: 1, 2, 4, … minutes, at most an hour. */
const backOff = (attempts: number) => Math.min(60, 2 ** (attempts - 1)) * 60_000;
const worker = { kind: "system", name: "outbox" } as const;

type Row = typeof outbox.$inferSelect;

/** Messages sent at the same time: one provider that hangs does not hold up the other. */
const LANES = 4;
/** Messages this process has in hand. A lease that runs out (the clock of a demo jumps) is no reason to send one again. */
const inHand = new Set<string>();
const running = new Set<Promise<void>>();

/**
 * Sends every message that is due and returns how many were tried; when it returns, nothing is being sent any more. A
 * message is leased for a minute in one transaction, sent outside it, and marked and wiped in the next. The one window
 * for sending twice is a crash between the provider's yes and that mark (`docs/operations.md`).
 */
export async function deliverDue(signal?: AbortSignal): Promise<number> {
  let tried = 0;
  const lane = async () => {
    while (!signal?.aborted) {
      const row = await claim();
      if (!row) return;
      const work = deliver(row).finally(() => {
        inHand.delete(row.id);
        running.delete(work);
      });
      running.add(work);
      tried++;
      await work;
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  await Promise.all(running);
  return tried;
}

async function claim(): Promise<Row | undefined> {
  const claimed = await transaction(async (tx) => {
    const free = inHand.size > 0 ? notInArray(outbox.id, [...inHand]) : undefined;
    const due = and(eq(outbox.state, "queued"), lte(outbox.dueAt, now()), free);
    const [row] = await tx.select().from(outbox).where(due).orderBy(asc(outbox.dueAt), asc(outbox.id)).limit(1);
    if (!row) return undefined;
    const attempts = row.attempts + 1;
    const dueAt = new Date(now().getTime() + LEASE_MS);
    await tx.update(outbox).set({ attempts, dueAt }).where(eq(outbox.id, row.id));
    return { ...row, attempts };
  });
  // Not in the transaction: run a second time it would not find what the first had in hand, and nobody would send it.
  if (claimed) inHand.add(claimed.id);
  return claimed;
}

async function deliver(row: Row): Promise<void> {
  try {
    const body = JSON.parse(openField(row.body ?? "", { table: "outbox", column: "body", row: row.id })) as Body;
    await (row.channel === "mail" ? sendMail(row.id, body) : sendSms(row.id, body));
  } catch (error) {
    await failed(row, error);
    return;
  }
  await transaction(async (tx) => {
    await tx
      .update(outbox)
      .set({ state: "sent", sentAt: now(), body: null, lastError: null })
      .where(eq(outbox.id, row.id));
  });
}

async function failed(row: Row, error: unknown): Promise<void> {
  // The provider's words can hold an address or a token: only their kind is kept.
  const lastError = error instanceof Error ? ((error as { code?: string }).code ?? error.name) : "unknown";
  const last = row.attempts >= MAX_ATTEMPTS;
  await transaction(async (tx) => {
    const dueAt = new Date(now().getTime() + backOff(row.attempts));
    const change = last ? { state: "failed" as const, lastError, body: null } : { lastError, dueAt };
    await tx.update(outbox).set(change).where(eq(outbox.id, row.id));
    if (!last) return;
    await audit(tx, worker, {
      event: "message.give_up",
      outcome: "failed",
      id: row.id,
      detail: { kind: row.kind },
    });
  });
  const line = {
    level: last ? "error" : "warn",
    message: "a message could not be sent",
    kind: row.kind,
    outbox: row.id,
  };
  process.stderr.write(`${JSON.stringify({ ...line, attempts: row.attempts, error: lastError })}\n`);
}
