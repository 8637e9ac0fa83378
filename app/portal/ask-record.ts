import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { askForRecord, withdrawAsk } from "#app/records/link/ask.server.ts";
import { requireClient } from "#app/rights/client-guards.server.ts";

/** There is nothing to see here: the button stands on the page of the record. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = await requireClient(request, params.environment);
  return redirect(`/mijn/${environment.id}/zorgdossier`, 302);
}

/** The client asks for the record, or takes that back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireClient(request, params.environment);
  const form = await request.formData();
  if (form.get("act") === "withdraw") await withdrawAsk(actor, environment);
  else await askForRecord(actor, environment);
  return redirect(`/mijn/${environment.id}/zorgdossier`, 303);
}
