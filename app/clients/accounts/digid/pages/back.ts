import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { clearCookie, readCookie, setCookie } from "#app/platform/doors/cookies.server.ts";
import { completeDigid } from "#app/platform/doors/digid/complete.server.ts";
import { atTheDoor } from "#app/platform/rights/client-guards.server.ts";
import { arrive } from "../arrive.server.ts";

/**
 * Where DigiD sends the browser back with its artifact, also after a cancel. Answers with a redirect, so that the artifact
 * leaves the address at once (L03).
 */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = atTheDoor(request, params.environment);
  const { id } = environment;
  const query = new URL(request.url).searchParams;
  const outcome = await completeDigid(actor, {
    environmentId: id,
    artifact: query.get("SAMLart"),
    relayState: query.get("RelayState"),
    browserToken: readCookie(request, `digid-${id}`),
  });
  const { to, session, attempt } = await arrive(request, actor, environment, outcome);
  const headers = new Headers();
  headers.append("Set-Cookie", clearCookie(`digid-${id}`));
  headers.append("Set-Cookie", clearCookie(`digid-back-${id}`));
  if (session === null) headers.append("Set-Cookie", clearCookie(`client-${id}`));
  else if (session) headers.append("Set-Cookie", setCookie(`client-${id}`, session));
  if (attempt !== undefined)
    headers.append(
      "Set-Cookie",
      attempt ? setCookie(`client-attempt-${id}`, attempt) : clearCookie(`client-attempt-${id}`),
    );
  return redirect(to, { status: 303, headers });
}
