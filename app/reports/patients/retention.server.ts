import { readdir, rm } from "node:fs/promises";
import { and, eq, isNull, lt } from "drizzle-orm";
import { audit } from "#app/platform/audit/record.server.ts";
import type { Actor } from "#app/shared/actor.ts";
import { now, today } from "#app/shared/clock.server.ts";
import { keptMs } from "#app/shared/retention.data.ts";
import { db, transaction } from "#db/client.server.ts";
import { deliveries, detailFiles, detailReasons, publishedReleases } from "#db/schema/reports.ts";
import { detailsFolder, detailsPath } from "./detail-files.server.ts";
import { latestKeepUntil } from "#app/reports/format/keep-until.ts";

/** A delivery that may still be shown. */
const WAITING = new Set(["received", "checking", "checked", "held"]);

type Due = {
  id: string;
  file: string;
  period: string;
  rows: number;
  deliveryId: string;
  why: "kept_until" | "not_shown";
};

/**
 * Takes rows of patients away: when the delivery says so or five quarters after their period, and thirty days after
 * another delivery took its place. The key goes with the row that holds it, so that a copy of the file opens no more.
 * Also removes files that no row names, and reasons older than the log must be. Returns how many files went.
 */
export async function removeDetails(actor: Actor): Promise<number> {
  const due = await dueFiles();
  for (const one of due) await remove(actor, one);
  await sweep();
  await transaction((tx) =>
    tx.delete(detailReasons).where(lt(detailReasons.givenAt, new Date(now().getTime() - keptMs("detailReasons")))),
  );
  return due.length;
}

async function dueFiles(): Promise<Due[]> {
  const { id, file, period, rows, deliveryId, keepUntil, createdAt } = detailFiles;
  const [shown, since, state] = [publishedReleases.deliveryId, publishedReleases.publishedAt, deliveries.state];
  const kept = await db
    .select({ id, file, period, rows, deliveryId, keepUntil, createdAt, shown, since, state })
    .from(detailFiles)
    .leftJoin(publishedReleases, eq(publishedReleases.period, detailFiles.period))
    .innerJoin(deliveries, eq(deliveries.id, detailFiles.deliveryId))
    .where(isNull(detailFiles.removedAt));
  const hiddenBefore = new Date(now().getTime() - keptMs("detailFiles"));
  return kept.flatMap((row): Due[] => {
    if (row.keepUntil < today() || latestKeepUntil(row.period) < today()) return [{ ...row, why: "kept_until" }];
    const hidden = row.shown !== row.deliveryId && (row.since ?? row.createdAt) < hiddenBefore;
    return hidden && !WAITING.has(row.state) ? [{ ...row, why: "not_shown" }] : [];
  });
}

async function remove(actor: Actor, due: Due): Promise<void> {
  await transaction(async (tx) => {
    const removed = await tx
      .update(detailFiles)
      .set({ removedAt: now(), sealedKey: null })
      .where(and(eq(detailFiles.id, due.id), isNull(detailFiles.removedAt)))
      .returning({ id: detailFiles.id });
    if (removed.length === 0) return;
    await audit(tx, actor, {
      event: "patients.remove",
      id: due.deliveryId,
      version: due.period,
      reason: due.why,
      detail: { rows: due.rows },
    });
  });
  await rm(detailsPath(due.file), { force: true });
}

/** Files of killed builds, or of rows that were removed just before the process was. */
async function sweep(): Promise<void> {
  const names = await readdir(detailsFolder()).catch(() => [] as string[]);
  const rows = await db.select({ file: detailFiles.file }).from(detailFiles).where(isNull(detailFiles.removedAt));
  const known = new Set(rows.flatMap(({ file }) => [file, `${file}.new`]));
  for (const name of names) if (!known.has(name)) await rm(detailsPath(name), { force: true });
}
