import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { and, desc, eq, gte, isNull } from "drizzle-orm";
import { now, today } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { openBytes, sealField } from "#app/shared/crypto.server.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, type Reads, transaction } from "#db/client.server.ts";
import { detailFiles, publishedReleases } from "#db/schema/reports.ts";
import type { Manifest } from "#app/reports/format/manifest.ts";
import { hasList } from "../figures/sealed-lists.server.ts";
import type { DetailsOrder } from "./build-details.server.ts";

/** Where the files of sealed lists live. */
export const detailsFolder = () => path.join(config.dataDir, "details");
/** Path of one of them. */
export const detailsPath = (file: string) => path.join(detailsFolder(), file);
const keyPlace = (row: string) => ({ table: "detail_files", column: "sealed_key", row });

/** A list that may be read now: the file it is in, and the quarter it speaks of. */
export type ShownList = {
  id: string;
  period: string;
  measuredOn: string;
  release: string;
  file: string;
  sealedKey: string;
  keepUntil: string;
};

/**
 * Makes the key of a file of patients and the row that knows it, before the file is built: a file that no row names is
 * left over from a build that was killed. The same delivery again starts anew.
 * @returns what the build needs; undefined when the delivery brings no patients
 */
export async function startDetails(
  deliveryId: string,
  release: string,
  { period, measureDate, files }: Manifest,
): Promise<DetailsOrder | undefined> {
  const facts = files["details.csv"];
  if (!facts) return undefined;
  mkdirSync(detailsFolder(), { recursive: true, mode: 0o700 });
  const [id, key] = [newId(), randomBytes(32)];
  const file = `${period}-${release.slice(0, 16)}.lists`;
  const { rows, keepUntil } = facts;
  const row = { id, deliveryId, period, release, file, rows, keepUntil, createdAt: now() };
  await transaction(async (tx) => {
    await tx.delete(detailFiles).where(eq(detailFiles.deliveryId, deliveryId));
    await tx.insert(detailFiles).values({ ...row, sealedKey: sealField(key, keyPlace(id)) });
  });
  return { file: detailsPath(file), key, release, facts, measureDate };
}

/** Forgets the patients of a delivery that was refused. */
export async function dropDetails(deliveryId: string): Promise<void> {
  const dropped = await transaction((tx) =>
    tx.delete(detailFiles).where(eq(detailFiles.deliveryId, deliveryId)).returning({ file: detailFiles.file }),
  );
  for (const { file } of dropped) rmSync(detailsPath(file), { force: true });
}

/**
 * The lists of one practice for one indicator that may be read today, newest quarter first: of deliveries that are
 * shown, within the time they say. Check rights first.
 */
export async function shownLists(practice: string, indicator: string, from: Reads = db): Promise<ShownList[]> {
  const { id, period, release, file, sealedKey, keepUntil } = detailFiles;
  const { measuredOn } = publishedReleases;
  const rows = await from
    .select({ id, period, release, file, sealedKey, keepUntil, measuredOn })
    .from(detailFiles)
    .innerJoin(publishedReleases, eq(publishedReleases.deliveryId, detailFiles.deliveryId))
    .where(and(isNull(detailFiles.removedAt), gte(detailFiles.keepUntil, today())))
    .orderBy(desc(detailFiles.period));
  return rows.flatMap((row) => {
    const place = detailsPath(row.file);
    if (!row.sealedKey || !existsSync(place) || !hasList(place, { practice, indicator })) return [];
    return [{ ...row, sealedKey: row.sealedKey }];
  });
}

/** The key of a file of lists. */
export function keyOf({ id, sealedKey }: Pick<ShownList, "id" | "sealedKey">): Buffer {
  return openBytes(sealedKey, keyPlace(id));
}
