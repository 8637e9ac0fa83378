import type { LoaderFunctionArgs } from "@remix-run/node";
import { brandSheet } from "#app/platform/settings/brand-sheet.server.ts";
import { atTheDoor } from "#app/platform/rights/client-guards.server.ts";

/** The colours of an environment, for every page of it. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atTheDoor(request, params.environment);
  return new Response(brandSheet(environment), {
    headers: { "Content-Type": "text/css; charset=utf-8", "Cache-Control": "public, max-age=31536000, immutable" },
  });
}
