import type { ActionFunctionArgs } from "@remix-run/node";
import { requireClientSession } from "#app/platform/rights/client-guards.server.ts";
import { stayIn } from "../stay.server.ts";

/** "Ik ben er nog": the warning before the time is over asks for it, so that what was typed stays on the screen (F5). */
export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requireClientSession(request, params.environment);
  return Response.json({ seconds: await stayIn(actor) });
}
