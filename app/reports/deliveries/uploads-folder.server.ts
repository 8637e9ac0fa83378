import { rmSync } from "node:fs";
import path from "node:path";
import { config } from "#app/shared/config.server.ts";

/** Where files on their way in are kept; one folder per upload. */
export const uploadsFolder = () => path.join(config.dataDir, "uploads");

/** Folder of one upload. @param id made by ourselves: nothing from outside becomes a path (F01) */
export function uploadFolder(id: string): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error("not an id of an upload");
  return path.join(uploadsFolder(), id);
}

/** Removes the files of an upload. */
export function removeUpload(id: string): void {
  rmSync(uploadFolder(id), { recursive: true, force: true });
}
