import type { LoaderFunctionArgs } from "@remix-run/node";
import { serviceProviderMetadata } from "#app/platform/doors/digid/provider.server.ts";
import { atTheDoor } from "#app/platform/rights/client-guards.server.ts";
import { NotFound } from "#app/shared/errors.ts";

/** What we are towards DigiD, for this environment; handed over by hand. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atTheDoor(request, params.environment);
  const xml = serviceProviderMetadata(environment.id);
  if (!xml) throw new NotFound();
  return new Response(xml, { headers: { "Content-Type": "application/samlmetadata+xml; charset=utf-8" } });
}
