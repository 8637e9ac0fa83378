import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { readParts } from "#app/platform/files/read-parts.server.ts";
import { requireDataManager } from "#app/platform/rights/guards.server.ts";
import { Conflict } from "#app/shared/errors.ts";
import type { RouteRules } from "#app/shared/route-rules.ts";
import { CHUNK, fileName } from "./file-names.ts";
import { addBytes, offsetsOf, uploadOf } from "./uploads.server.ts";

export const handle = { files: { largest: CHUNK, of: "accounts" } } satisfies RouteRules;

/** How far each file of an upload is. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireDataManager(request);
  return Response.json({ offsets: await offsetsOf(await uploadOf(actor, params.id ?? "")) });
}

/** Takes the next bytes of a file: `offset` first, then the piece under the name of its file. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireDataManager(request);
  const upload = await uploadOf(actor, params.id ?? "");
  const offset = Number(new URL(request.url).searchParams.get("offset"));
  let tooLarge = false;
  await readParts(request, async ({ name, data }) => {
    const file = fileName(name);
    if (!file || !Number.isSafeInteger(offset)) throw new Conflict("upload_offset");
    tooLarge = (await addBytes(upload, file, offset, data)).tooLarge;
  });
  return Response.json({ offsets: await offsetsOf(upload) }, { status: tooLarge ? 413 : 200 });
}
