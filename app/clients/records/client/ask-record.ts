import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { askForRecord, withdrawAsk } from "#app/clients/records/link/ask.server.ts";
import { requireClient } from "#app/platform/rights/client-guards.server.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { readForm } from "#app/shared/form.ts";

/** There is nothing to see here: the button stands on the page of the record. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = await requireClient(request, params.environment);
  return redirect(`/mijn/${environment.id}/zorgdossier`, 302);
}

/**
 * The client asks for the record, or takes that back. Pressed twice, or done by the clinician meanwhile, it leads to the
 * page as well, which says how it stands.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireClient(request, params.environment);
  const { act } = readAct(await readForm(request), { ask: nothing, withdraw: nothing }, { absent: "ask" });
  await conflictIn(act === "withdraw" ? withdrawAsk(actor, environment) : askForRecord(actor, environment));
  return redirect(`/mijn/${environment.id}/zorgdossier`, 303);
}
