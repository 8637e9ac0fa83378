import type { ActionFunctionArgs } from "@remix-run/node";
import { requireDataManager } from "#app/platform/rights/guards.server.ts";
import { readForm, textOf } from "#app/shared/form.ts";
import { announcedFiles } from "./announced.ts";
import { startUpload } from "./uploads.server.ts";

/** Begins an upload in pieces: each file with its size. Answers its number. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await requireDataManager(request);
  const form = await readForm(request);
  const read = announcedFiles((name) => textOf(form, name));
  if ("tooLarge" in read) return Response.json({ tooLarge: read.tooLarge }, { status: 413 });
  const { id } = await startUpload(actor, read.files);
  return Response.json({ id });
}
