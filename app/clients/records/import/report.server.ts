import { and, asc, desc, eq, inArray, lt } from "drizzle-orm";
import { transaction, type Transaction } from "#db/client.server.ts";
import { recordIntakeRemarks, recordIntakes } from "#db/schema/records.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { keptMs } from "#app/shared/retention.data.ts";
import type { Manifest, RecordFault } from "./read-folder.server.ts";

/** A line that was left out, or a part that cannot be shown: where, about whom (ids of the sender), why. */
export type Remark = RecordFault & {
  id: string | null;
  person: string | null;
  effect: "left_out" | "unavailable" | "refused";
};
export type Intake = typeof recordIntakes.$inferSelect;
export type Counts = Record<"fresh" | "changed" | "withdrawn", number>;

const AT_ONCE = 100;

const placeOf = ({ file, line, field, reason }: Remark) => [file, line ?? 0, field ?? "", reason].join(" ");

/** The report of this delivery; the same delivery again goes on with the same one. */
export async function beginIntake(tx: Transaction, manifest: Manifest, lines: number): Promise<Intake> {
  const { environment: environmentId, hash: deliveryHash } = manifest;
  const same = and(eq(recordIntakes.environmentId, environmentId), eq(recordIntakes.deliveryHash, deliveryHash));
  const [known] = await tx.select().from(recordIntakes).where(same);
  if (known) return known;
  const row = { id: newId(), environmentId, deliveryHash, madeAt: new Date(manifest.madeAt), startedAt: now(), lines };
  const [made] = await tx
    .insert(recordIntakes)
    .values({ ...row, state: "running" })
    .returning();
  return made!;
}

/** Keeps a remark. False when it was kept by an earlier run of the same delivery. */
export async function keepRemark(tx: Transaction, intake: Intake, remark: Remark): Promise<boolean> {
  const { id: lineId, person, file, line, field, reason, effect } = remark;
  const rows = await tx
    .insert(recordIntakeRemarks)
    .values({
      id: newId(),
      intakeId: intake.id,
      place: placeOf(remark),
      file,
      line,
      field,
      lineId,
      person,
      reason,
      effect,
    })
    .onConflictDoNothing()
    .returning({ id: recordIntakeRemarks.id });
  return rows.length > 0;
}

/** Adds what a step wrote, in the transaction of that step. */
export async function countIntake(
  tx: Transaction,
  intake: Intake,
  { fresh, changed, withdrawn }: Counts,
): Promise<void> {
  if (fresh + changed + withdrawn === 0) return;
  const mine = eq(recordIntakes.id, intake.id);
  const [row] = await tx.select().from(recordIntakes).where(mine);
  if (!row) throw new Error("the report of a delivery is gone while it runs");
  const sum = { fresh: row.fresh + fresh, changed: row.changed + changed, withdrawn: row.withdrawn + withdrawn };
  await tx.update(recordIntakes).set(sum).where(mine);
}

/**
 * Ends the report: what an earlier run said and this one did not, was put right meanwhile. One line in the log; none where
 * this run found everything as the last one left it.
 */
export async function endIntake(
  tx: Transaction,
  actor: SystemActor,
  intake: Intake,
  { remarks, wrote, refused = false }: { remarks: Remark[]; wrote: Counts; refused?: boolean },
): Promise<void> {
  const places = new Set(remarks.map(placeOf));
  const kept = await tx.select().from(recordIntakeRemarks).where(eq(recordIntakeRemarks.intakeId, intake.id));
  const past = kept.filter(({ place }) => !places.has(place)).map(({ id }) => id);
  for (let at = 0; at < past.length; at += AT_ONCE)
    await tx.delete(recordIntakeRemarks).where(inArray(recordIntakeRemarks.id, past.slice(at, at + AT_ONCE)));
  const state = refused ? "refused" : remarks.length > 0 ? "remarks" : "done";
  const moved = wrote.fresh + wrote.changed + wrote.withdrawn + past.length > 0;
  if (!moved && intake.endedAt && intake.state === state) return;
  await tx.update(recordIntakes).set({ state, endedAt: now() }).where(eq(recordIntakes.id, intake.id));
  const lines = (effect: Remark["effect"]) =>
    new Set(remarks.filter((one) => one.effect === effect).map(({ file, line }) => `${file} ${line}`)).size;
  await audit(tx, actor, {
    ...{ event: "record.intake", outcome: refused ? "refused" : "done" },
    id: intake.id,
    ...{ organisation: intake.environmentId },
    detail: { lines: intake.lines, ...wrote, leftOut: lines("left_out"), unavailable: lines("unavailable") },
  });
}

/** The latest reports with their remarks, newest first; one line in the log. */
export async function intakeReports(actor: SystemActor, most: number) {
  return transaction(async (tx) => {
    const rows = await tx.select().from(recordIntakes).orderBy(desc(recordIntakes.startedAt)).limit(most);
    const reports = [];
    for (const row of rows) {
      const { id: key, file, line } = recordIntakeRemarks;
      const mine = eq(recordIntakeRemarks.intakeId, row.id);
      const remarks = await tx.select().from(recordIntakeRemarks).where(mine).orderBy(asc(file), asc(line), asc(key));
      reports.push({ ...row, remarks });
    }
    await audit(tx, actor, { event: "record.intake_look", id: "latest", detail: { reports: rows.length } });
    return reports;
  });
}

/** Deletes reports a year after their start; the log keeps what came in. */
export async function removeOldIntakes(actor: SystemActor): Promise<void> {
  const before = new Date(now().getTime() - keptMs("recordIntakes"));
  while ((await removeSome(actor, before)) === AT_ONCE);
}

function removeSome(actor: SystemActor, before: Date): Promise<number> {
  return transaction(async (tx) => {
    const rows = await tx.select().from(recordIntakes).where(lt(recordIntakes.startedAt, before)).limit(AT_ONCE);
    for (const { id, environmentId: organisation } of rows) {
      await tx.delete(recordIntakeRemarks).where(eq(recordIntakeRemarks.intakeId, id));
      await tx.delete(recordIntakes).where(eq(recordIntakes.id, id));
      await audit(tx, actor, { event: "record.intake_remove", id, organisation, reason: "retention" });
    }
    return rows.length;
  });
}
