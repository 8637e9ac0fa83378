import { eq } from "drizzle-orm";
import { db, transaction } from "#db/client.server.ts";
import { authorizations } from "#db/schema/joining.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { issueLink, voidLinks } from "#app/platform/doors/links.server.ts";
import { send } from "#app/platform/messages/send.server.ts";
import { markExpired } from "#app/professionals/joining/outcome.server.ts";
import { signerOf, type Signer } from "#app/professionals/joining/signer.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { dutchDate, dutchHour, now } from "#app/shared/clock.server.ts";
import { addWorkingDays, isWorkingDay } from "#app/platform/settings/working-days.server.ts";
import { LINK_MS } from "./issue.server.ts";
import { letters } from "./letters.ts";
import { eventsOf, recordEvent } from "./record-event.server.ts";

const DAYS = [2, 5, 8];
const OPENS = 9;
const CLOSES = 17;
/** Somebody who is reading or signing is not handed another link meanwhile. */
const QUIET_MS = 2 * 3_600_000;

type Waiting = typeof authorizations.$inferSelect;

/** Dutch dates on which a signer is reminded of a link that was mailed at `sentAt`; the link ends after fourteen days. */
export function reminderSchedule(sentAt: Date): { reminders: string[]; lapsesAt: Date } {
  const reminders = DAYS.map((days) => addWorkingDays(dutchDate(sentAt), days));
  return { reminders, lapsesAt: new Date(sentAt.getTime() + LINK_MS) };
}

/** Reminds who has not signed, on working days 2, 5 and 8, in office hours; a missed one is not caught up twice. Returns how many. */
export async function remindSigners(actor: SystemActor, at: Date): Promise<number> {
  const hour = dutchHour(at);
  const day = dutchDate(at);
  if (hour < OPENS || hour >= CLOSES || !isWorkingDay(day)) return 0;
  let reminded = 0;
  for (const row of await waiting()) {
    const { reminders, lapsesAt } = reminderSchedule(row.sentAt);
    const due = reminders.filter((one) => one <= day).length;
    const since = (await eventsOf(row.id)).filter((event) => event.at >= row.sentAt);
    const done = since.filter((event) => event.kind === "reminded");
    const busy = since.some((event) => event.kind !== "sent" && at.getTime() - event.at.getTime() < QUIET_MS);
    const already = done.some((event) => dutchDate(event.at) === day || event.detail === String(due));
    if (due === 0 || already || busy || lapsesAt <= at) continue;
    if (await remind(actor, row, { due, lapsesAt, at })) reminded += 1;
  }
  return reminded;
}

/** Lets links lapse that were mailed fourteen days ago; the request is then expired. Returns how many. */
export async function lapseAuthorizations(actor: SystemActor, at: Date): Promise<number> {
  let lapsed = 0;
  for (const row of await waiting()) {
    if (row.sentAt.getTime() + LINK_MS > at.getTime()) continue;
    const done = await transaction(async (tx) => {
      const signer = await signerOf(row.requestId, tx);
      if (!(await stillWaits(tx, row)) || signer.state !== "authorization_sent") return false;
      await markExpired(tx, actor, row.requestId);
      await audit(tx, actor, { event: "authorization.lapse", id: row.id, version: row.version });
      await recordEvent(tx, actor, { authorizationId: row.id, version: row.version, kind: "lapsed" });
      await send(tx, reader(signer, row), letters.lapsed(signer), `${row.id}:${row.sentAt.getTime()}`);
      return true;
    });
    if (done) lapsed += 1;
  }
  return lapsed;
}

/** A request that was withdrawn or rejected takes its document and link along. */
export async function voidWithdrawn(actor: SystemActor): Promise<number> {
  let voided = 0;
  for (const row of await waiting()) {
    const { state } = await signerOf(row.requestId);
    if (state !== "withdrawn" && state !== "rejected") continue;
    await transaction(async (tx) => {
      if (!(await stillWaits(tx, row))) return;
      const end = { state: "void" as const, endedAt: now(), endedReason: state };
      await tx.update(authorizations).set(end).where(eq(authorizations.id, row.id));
      await voidLinks(tx, "signing", row.id);
      await audit(tx, actor, { event: "authorization.void", id: row.id, version: row.version, reason: state });
      await recordEvent(tx, actor, { authorizationId: row.id, version: row.version, kind: "voided", detail: state });
    });
    voided += 1;
  }
  return voided;
}

const reader = ({ practiceEmail: email, language }: Signer, { id: about }: Waiting) => ({ email, language, about });

async function remind(
  actor: SystemActor,
  row: Waiting,
  { due, lapsesAt, at }: { due: number; lapsesAt: Date; at: Date },
): Promise<boolean> {
  return transaction(async (tx) => {
    const signer = await signerOf(row.requestId, tx);
    if (!(await stillWaits(tx, row)) || signer.state !== "authorization_sent") return false;
    const lifetimeMs = lapsesAt.getTime() - at.getTime();
    const token = await issueLink(tx, { purpose: "signing", subjectId: row.id, lifetimeMs });
    const letter = letters.reminder({ ...signer, token, until: lapsesAt });
    await send(tx, reader(signer, row), letter, `${row.id}:${row.sentAt.getTime()}:${due}`);
    await recordEvent(tx, actor, {
      authorizationId: row.id,
      version: row.version,
      kind: "reminded",
      detail: String(due),
    });
    return true;
  });
}

function waiting(): Promise<Waiting[]> {
  return db.select().from(authorizations).where(eq(authorizations.state, "sent"));
}

async function stillWaits(tx: Pick<typeof db, "select">, row: Waiting): Promise<boolean> {
  const [current] = await tx
    .select({ state: authorizations.state, sentAt: authorizations.sentAt })
    .from(authorizations)
    .where(eq(authorizations.id, row.id));
  return current?.state === "sent" && current.sentAt.getTime() === row.sentAt.getTime();
}
