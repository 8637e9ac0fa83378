import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { setCookie } from "#app/platform/doors/cookies.server.ts";

/** First hit of a mailed link: the secret leaves the address and nothing is used up (ASVS 14.2.1). */
export function loader({ request, params }: LoaderFunctionArgs) {
  stranger(request);
  const token = /^[\w-]{20,100}$/.exec(params.token ?? "")?.[0] ?? "none";
  return redirect("/wachtwoord-instellen", { status: 303, headers: { "Set-Cookie": setCookie("reset", token) } });
}
