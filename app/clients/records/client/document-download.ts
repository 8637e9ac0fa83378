import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { fileAnswer } from "#app/platform/files/answer.server.ts";
import { openDocument } from "#app/clients/records/read/document.server.ts";
import { readFormAbout, requireReach } from "#app/platform/rights/reach.server.ts";
import { clientPlace } from "#app/shared/client-place.ts";

/** A document for keeping; on a browser that is not known the warning comes first (G5). */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  if (!actor.knownDevice)
    return redirect(`${clientPlace(actor)}/zorgdossier/${encodeURIComponent(params.part ?? "")}/waarschuwing`, 302);
  return fileAnswer(await openDocument(actor, environment, params.part, "download"), "attachment");
}

/** The same after the warning. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  await readFormAbout(request, actor);
  return fileAnswer(await openDocument(actor, environment, params.part, "download"), "attachment");
}
