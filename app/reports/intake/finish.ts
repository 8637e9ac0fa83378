import type { ActionFunctionArgs } from "@remix-run/node";
import { requireDataManager } from "#app/platform/rights/guards.server.ts";
import { languageOf } from "#app/shared/i18n.ts";
import { faultWords } from "../deliveries/texts.ts";
import { takeUpload } from "./run-check.server.ts";
import { uploadOf } from "./uploads.server.ts";

/** Ends an upload in pieces: the delivery is taken in and its check begins. Answers where to look, or what is wrong. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireDataManager(request);
  const taken = await takeUpload(actor, await uploadOf(actor, params.id ?? ""));
  if ("delivery" in taken) return Response.json({ to: `/leveringen/${taken.delivery}` });
  const language = actor.language ?? languageOf(request);
  return Response.json({ faults: taken.faults.map((fault) => faultWords(fault, language)) }, { status: 422 });
}
