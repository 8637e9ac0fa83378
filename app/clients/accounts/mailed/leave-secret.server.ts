import { redirect } from "@remix-run/node";
import { setCookie } from "#app/platform/doors/cookies.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";

/**
 * First hit of a mailed link: the secret leaves the address for a cookie of its own and nothing is used up (ASVS 14.2.1).
 * A link that somebody made up never puts another half-finished act into this browser.
 */
export function leaveSecret(environment: Environment, given: string | undefined, page: string): Response {
  const token = /^[\w-]{20,100}$/.exec(given ?? "")?.[0] ?? "none";
  const headers = { "Set-Cookie": setCookie(`client-link-${environment.id}`, token) };
  return redirect(`/mijn/${environment.id}/${page}`, { status: 303, headers });
}
