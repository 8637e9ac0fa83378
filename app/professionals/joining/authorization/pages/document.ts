import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireOpen } from "#app/professionals/joining/authorization/signing/require-open.server.ts";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { readFile } from "#app/platform/files/store.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";

/** Exactly the bytes that will be signed (G01). */
export async function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  const { version } = await requireOpen(request);
  return fileAnswer(await readFile(version.documentFile), "inline");
}
