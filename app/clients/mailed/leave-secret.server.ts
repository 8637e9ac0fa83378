import { redirect } from "@remix-run/node";
import { setCookie } from "#app/identity/cookies.server.ts";
import type { Environment } from "#app/environments/environment.ts";

/** First hit of a mailed link: the secret leaves the address for a cookie and nothing is used up (ASVS 14.2.1). */
export function leaveSecret(environment: Environment, given: string | undefined, page: string): Response {
  const token = /^[\w-]{20,100}$/.exec(given ?? "")?.[0] ?? "none";
  const headers = { "Set-Cookie": setCookie(`client-attempt-${environment.id}`, token) };
  return redirect(`/mijn/${environment.id}/${page}`, { status: 303, headers });
}
