import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { openDocument } from "#app/clients/records/read/document.server.ts";
import { requireClient } from "#app/platform/rights/client-guards.server.ts";

/** A document for keeping; on a browser that is not known the warning comes first (G5). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireClient(request, params.environment);
  if (!actor.knownDevice)
    return redirect(`/mijn/${environment.id}/zorgdossier/${encodeURIComponent(params.part ?? "")}/waarschuwing`, 302);
  return fileAnswer(await openDocument(actor, environment, params.part, "download"), "attachment");
}

/** The same after the warning. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireClient(request, params.environment);
  return fileAnswer(await openDocument(actor, environment, params.part, "download"), "attachment");
}
