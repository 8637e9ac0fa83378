import { redirect } from "@remix-run/node";
import { setCookie } from "#app/identity/cookies.server.ts";
import { atMailDoor } from "./door.server.ts";

type Params = { environment?: string; token?: string };

/** First hit of a mailed link: the secret leaves the address for a cookie and nothing is used up (ASVS 14.2.1). */
export function leaveSecret(request: Request, params: Params, page: string): Response {
  const { environment } = atMailDoor(request, params.environment);
  const token = /^[\w-]{20,100}$/.exec(params.token ?? "")?.[0] ?? "none";
  const headers = { "Set-Cookie": setCookie(`client-attempt-${environment.id}`, token) };
  return redirect(`/mijn/${environment.id}/${page}`, { status: 303, headers });
}
