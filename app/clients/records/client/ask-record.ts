import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { askForRecord, withdrawAsk } from "#app/clients/records/link/ask.server.ts";
import { readFormAbout, requireReach } from "#app/platform/rights/reach.server.ts";
import { clientPlace } from "#app/shared/client-place.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { conflictIn } from "#app/shared/errors.ts";

/** There is nothing to see here: the button stands on the page of the record. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requireReach(request, params);
  return redirect(`${clientPlace(actor)}/zorgdossier`, 302);
}

/**
 * The client asks for the record, or takes that back. Pressed twice, or done by the clinician meanwhile, it leads to the
 * page as well, which says how it stands.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const { act } = readAct(await readFormAbout(request, actor), { ask: nothing, withdraw: nothing }, { absent: "ask" });
  await conflictIn(act === "withdraw" ? withdrawAsk(actor, environment) : askForRecord(actor, environment));
  return redirect(`${clientPlace(actor)}/zorgdossier`, 303);
}
