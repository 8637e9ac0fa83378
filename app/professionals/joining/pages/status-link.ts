import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { setCookie } from "#app/platform/doors/cookies.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";

const DAY_SECONDS = 86_400;

/** The link in the mail: moves its secret out of the address into a cookie, and uses nothing up (L01, L03). */
export function loader({ request, params }: LoaderFunctionArgs) {
  stranger(request);
  const token = /^[\w-]{43}$/.test(params.token ?? "") ? (params.token ?? "") : "unknown";
  return redirect("/status", { status: 303, headers: { "Set-Cookie": setCookie("status", token, DAY_SECONDS) } });
}
