import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { askForRecord, withdrawAsk } from "#app/records/link/ask.server.ts";
import { requireClient } from "#app/rights/client-guards.server.ts";
import { NotFound } from "#app/shared/errors.ts";

/** There is nothing to see here: the button stands on the page of the record. */
export function loader() {
  throw new NotFound();
}

/** The client asks for the record, or takes that back. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireClient(request, params.environment);
  const form = await request.formData();
  if (form.get("act") === "withdraw") await withdrawAsk(actor, environment);
  else await askForRecord(actor, environment);
  return redirect(`/mijn/${environment.id}/zorgdossier`, 303);
}
