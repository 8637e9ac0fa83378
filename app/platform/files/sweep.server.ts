import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { db } from "#db/client.server.ts";
import { files } from "#db/schema/joining.ts";
import { config } from "#app/shared/config.server.ts";
import { sweepReceiving } from "./receive.server.ts";

const GRACE_MS = 24 * 3_600_000;

/**
 * Removes files that no row knows: their transaction failed, or the process was killed between file and row.
 * Only when they are a day older than the newest file here, for their transaction may still come. The disk is compared
 * with itself, because the clock of a demo runs ahead of it. What was half received goes as well. Returns how many went.
 */
export async function sweepFiles(): Promise<number> {
  const folder = path.join(config.dataDir, "files");
  const names = await readdir(folder).catch(() => [] as string[]);
  const found = await Promise.all(
    names.map(async (name) => ({ name, written: (await stat(path.join(folder, name))).mtimeMs })),
  );
  const newest = Math.max(0, ...found.map((file) => file.written));
  const known = new Set((await db.select({ id: files.id }).from(files)).map((row) => row.id));
  const stray = found.filter((file) => !known.has(file.name) && newest - file.written > GRACE_MS);
  for (const file of stray) await rm(path.join(folder, file.name), { force: true });
  return stray.length + sweepReceiving();
}
