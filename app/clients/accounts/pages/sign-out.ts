import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { clearCookie } from "#app/platform/doors/cookies.server.ts";
import { endThisSession } from "#app/platform/doors/own-sessions.server.ts";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { atTheDoor, clientVisitor } from "#app/platform/rights/client-guards.server.ts";

/** Ends this session on the server, and takes what the browser kept of it (G-12, S03). */
export async function action({ request, params }: ActionFunctionArgs) {
  const { environment } = atTheDoor(request, params.environment);
  const actor = await clientVisitor(request, environment);
  if (actor) await endThisSession(actor, clientDoor(environment.id));
  const headers = new Headers({ "Clear-Site-Data": '"cache"' });
  for (const name of [
    `client-${environment.id}`,
    `client-attempt-${environment.id}`,
    `client-link-${environment.id}`,
    `digid-${environment.id}`,
  ] as const)
    headers.append("Set-Cookie", clearCookie(name));
  return redirect(`/mijn/${environment.id}/inloggen?gedaan=uitgelogd`, { status: 303, headers });
}
