import type { LoaderFunctionArgs } from "@remix-run/node";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { openProduct } from "./open.server.ts";

/** The document itself: shown in the browser's own reader, or for keeping. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, practice } = await requireReports(request, new URL(request.url).searchParams.get("praktijk"));
  if (params.how === "bekijken") return fileAnswer(await openProduct(actor, practice, params.id, "view"), "inline");
  if (params.how !== "downloaden") throw new NotFound();
  return fileAnswer(await openProduct(actor, practice, params.id, "download"), "attachment");
}
