import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/platform/rights/guards.server.ts";
import { clearCookie } from "#app/platform/doors/cookies.server.ts";
import { endThisSession } from "#app/platform/doors/own-sessions.server.ts";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";

/** Ends this session on the server, and takes what the browser kept of it. */
export async function action({ request }: ActionFunctionArgs) {
  const actor = await visitor(request);
  if (actor) await endThisSession(actor, accountDoor);
  const headers = new Headers({ "Clear-Site-Data": '"cache", "storage"' });
  headers.append("Set-Cookie", clearCookie("session"));
  headers.append("Set-Cookie", clearCookie("attempt"));
  return redirect("/inloggen?gedaan=uitgelogd", { status: 303, headers });
}
