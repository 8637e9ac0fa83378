import { randomBytes } from "node:crypto";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { and, asc, eq } from "drizzle-orm";
import { append, sizeOf } from "#app/platform/files/sealed-file.server.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";
import { openBytes, sealField } from "#app/shared/crypto.server.ts";
import { Conflict, NotFound } from "#app/shared/errors.ts";
import { newId } from "#app/shared/ids.server.ts";
import { db, transaction } from "#db/client.server.ts";
import { deliveryUploads } from "#db/schema/reports.ts";
import { mayDeliver } from "../deliveries/may-deliver.ts";
import { FILE_NAMES, type FileName, LARGEST } from "./file-names.ts";
import { removeUpload, uploadFolder } from "#app/reports/deliveries/uploads-folder.server.ts";

export type Upload = { id: string; key: Buffer; announced: Partial<Record<FileName, number>> };
const MOST_OPEN = 5;
const keyPlace = (row: string) => ({ table: "delivery_uploads", column: "sealed_key", row });

/**
 * Begins an upload. Of somebody who has five open the oldest goes.
 * @param announced the files that will come and their sizes; empty when they come in one form
 */
export async function startUpload(actor: AccountActor, announced: Upload["announced"]): Promise<Upload> {
  mayDeliver(actor);
  const [id, key] = [newId(), randomBytes(32)];
  const gone = await transaction(async (tx) => {
    const open = await tx
      .select({ id: deliveryUploads.id })
      .from(deliveryUploads)
      .where(eq(deliveryUploads.accountId, actor.accountId))
      .orderBy(asc(deliveryUploads.createdAt));
    const old = open.slice(0, Math.max(0, open.length - MOST_OPEN + 1));
    for (const one of old) await tx.delete(deliveryUploads).where(eq(deliveryUploads.id, one.id));
    const row = { id, accountId: actor.accountId, files: announced, createdAt: now() };
    await tx.insert(deliveryUploads).values({ ...row, sealedKey: sealField(key, keyPlace(id)) });
    await audit(tx, actor, { event: "delivery.upload", id });
    return old;
  });
  for (const one of gone) removeUpload(one.id);
  mkdirSync(uploadFolder(id), { recursive: true, mode: 0o700 });
  return { id, key, announced };
}

/** An upload of this person. @throws NotFound also when it is another's, or was removed */
export async function uploadOf(actor: AccountActor, id: string): Promise<Upload> {
  mayDeliver(actor);
  const own = and(eq(deliveryUploads.id, id), eq(deliveryUploads.accountId, actor.accountId));
  const [row] = await db.select().from(deliveryUploads).where(own);
  if (!row) throw new NotFound();
  return { id, key: openBytes(row.sealedKey, keyPlace(id)), announced: row.files };
}

/** How many bytes of each file are there. */
export async function offsetsOf({ id }: Pick<Upload, "id">): Promise<Record<FileName, number>> {
  const sizes = await Promise.all(
    FILE_NAMES.map(async (name) => [name, await sizeOf(path.join(uploadFolder(id), name))] as const),
  );
  return Object.fromEntries(sizes) as Record<FileName, number>;
}

const busy = new Set<string>();

/**
 * Adds bytes to a file of an upload as they come.
 * @param offset where the sender thinks the file ends
 * @returns where it ends now; `tooLarge` when it was to become larger than announced, or than any may be
 * @throws Conflict when it ends elsewhere, or another is writing to it
 */
export async function addBytes(
  upload: Upload,
  name: FileName,
  offset: number,
  data: AsyncIterable<Uint8Array>,
): Promise<{ offset: number; tooLarge: boolean }> {
  const place = path.join(uploadFolder(upload.id), name);
  if (busy.has(place)) throw new Conflict("upload_busy");
  busy.add(place);
  try {
    if ((await sizeOf(place)) !== offset) throw new Conflict("upload_offset");
    const most = Math.min(upload.announced[name] ?? LARGEST[name], LARGEST[name]);
    const fits = await append(place, { key: upload.key, name, most }, data);
    return { offset: await sizeOf(place), tooLarge: !fits };
  } finally {
    busy.delete(place);
  }
}

/** Forgets an upload and its files. */
export async function endUpload(id: string): Promise<void> {
  await transaction((tx) => tx.delete(deliveryUploads).where(eq(deliveryUploads.id, id)));
  removeUpload(id);
}
