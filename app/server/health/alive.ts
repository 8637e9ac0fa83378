import type { LoaderFunctionArgs } from "@remix-run/node";
import { stranger } from "#app/platform/rights/guards.server.ts";

/** The process answers. Asks nothing of the database, so that a slow disk does not get the process killed. */
export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return new Response("alive\n", { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
