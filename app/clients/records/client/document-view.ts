import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { openDocument } from "#app/clients/records/read/document.server.ts";
import { requireReach } from "#app/platform/rights/reach.server.ts";

/** A PDF in the browser's own reader (G-07). Other files have no reader there, and show their text on the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const file = await openDocument(actor, environment, params.part, "view");
  return fileAnswer(file, "inline");
}
