import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { requireDataManager } from "#app/platform/rights/guards.server.ts";
import { openForCheck } from "./open.server.ts";

/** The document for the data manager, who checks it before it is shown. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireDataManager(request);
  return fileAnswer(await openForCheck(actor, params.id), "inline");
}
