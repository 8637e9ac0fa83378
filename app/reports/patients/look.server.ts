import { and, eq, isNull } from "drizzle-orm";
import { patientSubject } from "#app/platform/audit/patient-subject.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { countLimit } from "#app/platform/doors/limits.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { keyedHash } from "#app/shared/crypto.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { type Transaction, transaction } from "#db/client.server.ts";
import { detailReasons } from "#db/schema/reports.ts";
import { openList } from "../figures/sealed-lists.server.ts";
import { detailsPath, keyOf, type ShownList, shownLists } from "./detail-files.server.ts";
import type { PatientsAt } from "./open-patients.server.ts";
import { parseRows, type PatientRow } from "./patient-row.ts";
import { LOGGED, type Reason, standingReason } from "./reason.server.ts";
import { type Asked, type Placed, workList } from "./work-list.ts";

/** So many rows may be revealed in so long, before another code is asked. */
const REVEALS = { max: 60, windowMs: 10 * 60_000 };

/** What one look at a list found; `chosen` are the rows that were asked for, all pages. */
export type Look = {
  reason: Reason;
  lists: Pick<ShownList, "period">[];
  list: ShownList;
  all: number;
  chosen: Placed[];
  /** The one row that is shown in full. */
  revealed: Placed | null;
};

/**
 * The reference of a patient in forms and log: stands still while the sender keeps the pseudonym, and tells nothing.
 */
export function patientRef(practiceAgb: string, row: Pick<PatientRow, "pseudonym">): string {
  return keyedHash("patient", `${practiceAgb}|${row.pseudonym}`).slice(0, 24);
}

/** Shows the list, masked; that it was looked at stands in the log, in the same transaction (NEN 7513). */
export async function lookAtList(actor: AccountActor, at: PatientsAt, asked: Asked): Promise<Look> {
  return transaction(async (tx) => {
    const look = await read(tx, actor, at, asked);
    if (!look.reason.openedAt) await open(tx, actor, at, look);
    const { filter, page } = asked;
    const detail = { reason: look.reason.id, filter, page, rows: look.chosen.length };
    await audit(tx, actor, { event: "patients.list", ...about(at, look), detail });
    return look;
  });
}

/**
 * Shows one row in full: one line in the log, with the patient's reference.
 * @throws NotFound when the list holds no such patient
 * @throws Limited after 60 in ten minutes, until another code was given
 */
export async function revealPatient(actor: AccountActor, at: PatientsAt, asked: Asked, ref: string): Promise<Look> {
  return transaction(async (tx) => {
    const look = await read(tx, actor, at, asked);
    if (!look.reason.openedAt) throw new Conflict("reason_first");
    const revealed = look.chosen.find((row) => patientRef(at.practice.agb, row) === ref);
    if (!revealed) throw new NotFound();
    // Counted per proof, so that another code opens another sixty.
    await countLimit(tx, ["patient_reveals", actor.sessionId, actor.factorAt.toISOString()], REVEALS);
    await audit(tx, actor, {
      ...{ event: "patients.reveal", ...about(at, look), detail: { reason: look.reason.id, patient: ref } },
      subjectId: patientSubject(at.practice.agb, revealed.number),
    });
    return { ...look, revealed };
  });
}

/** All rows that were asked for, in full, for a file; one line in the log with every reference. */
export async function takeAlong(actor: AccountActor, at: PatientsAt, asked: Asked): Promise<Look> {
  return transaction(async (tx) => {
    const look = await read(tx, actor, at, asked);
    if (!look.reason.openedAt) throw new Conflict("reason_first");
    const patients = look.chosen.map((row) => patientRef(at.practice.agb, row));
    const detail = { reason: look.reason.id, format: "csv", filter: asked.filter, rows: patients.length, patients };
    const subjectIds = look.chosen.map((row) => patientSubject(at.practice.agb, row.number));
    await audit(tx, actor, { event: "patients.export", ...about(at, look), detail, subjectIds });
    return look;
  });
}

/** Reads what the rights, the reason and the delivery allow at this moment; only the one list is opened. */
async function read(tx: Transaction, actor: AccountActor, at: PatientsAt, asked: Asked): Promise<Look> {
  const { practice, indicator } = at;
  const reason = await standingReason(actor, at, tx);
  if (!reason) throw new Conflict("reason_first");
  const lists = await shownLists(practice.agb, indicator.id, tx);
  const list = asked.period ? lists.find((one) => one.period === asked.period) : lists[0];
  if (!list) throw new NotFound();
  const place = { release: list.release, practice: practice.agb, indicator: indicator.id };
  const text = openList(detailsPath(list.file), keyOf(list), place);
  if (text === null) throw new NotFound();
  const rows = parseRows(text);
  return { reason, lists, list, all: rows.length, chosen: workList(rows, asked, list.measuredOn), revealed: null };
}

/** The reason takes effect: the fresh code was given. */
async function open(tx: Transaction, actor: AccountActor, at: PatientsAt, look: Look): Promise<void> {
  const changed = await tx
    .update(detailReasons)
    .set({ openedAt: now() })
    .where(and(eq(detailReasons.id, look.reason.id), isNull(detailReasons.openedAt)))
    .returning({ id: detailReasons.id });
  if (changed.length === 0) throw new Conflict();
  await audit(tx, actor, { event: "patients.open", ...about(at, look), detail: { reason: look.reason.id } });
}

/** What every line about a list says: which list of which practice, why, and on which authorizations. */
const about = ({ practice, indicator }: PatientsAt, { reason, list }: Pick<Look, "reason" | "list">) => ({
  ...{ id: indicator.id, version: list.period, organisation: practice.agb },
  ...{ purpose: LOGGED[reason.purpose], basis: practice.authorizationIds.join(" "), reason: reason.purpose },
});
