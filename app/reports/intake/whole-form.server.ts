import { readParts } from "#app/platform/files/read-parts.server.ts";
import type { AccountActor } from "#app/shared/actor.ts";
import type { Fault } from "#db/schema/reports.ts";
import { type FileName, fileName } from "./file-names.ts";
import { takeUpload } from "./run-check.server.ts";
import { addBytes, endUpload, startUpload } from "./uploads.server.ts";

type Answer = { delivery: string } | { error?: string; faults?: Fault[] };

/** Takes in a delivery whose files come in one form, streamed to disk. */
export async function readWholeForm(actor: AccountActor, request: Request): Promise<Answer> {
  const upload = await startUpload(actor, {});
  const seen = new Set<FileName>();
  let error: string | undefined;
  try {
    await readParts(request, async ({ filename, data }) => {
      // A field without a file comes as one without a name.
      if (!filename || error) return;
      const name = fileName(filename);
      if (!name || seen.has(name)) error = "unknown_file";
      else {
        seen.add(name);
        if ((await addBytes(upload, name, 0, data)).tooLarge) error = "too_large";
      }
    });
    if (!error && seen.size === 0) error = "none";
  } catch (fault) {
    await endUpload(upload.id);
    throw fault;
  }
  if (error) {
    await endUpload(upload.id);
    return { error };
  }
  return takeUpload(actor, upload);
}
