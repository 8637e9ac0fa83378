import type { LoaderFunctionArgs } from "@remix-run/node";
import { atTheDoor } from "#app/platform/rights/client-guards.server.ts";

/**
 * What a phone needs to put the environment on its home screen (W3C Web Application Manifest). There is no service
 * worker: nothing of a record is kept on the device.
 */
export function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atTheDoor(request, params.environment);
  const at = `/mijn/${environment.id}`;
  const manifest = {
    id: at,
    name: environment.name,
    short_name: environment.shortName,
    lang: "nl",
    start_url: at,
    scope: at,
    display: "standalone",
    background_color: environment.brand[50],
    theme_color: environment.brand[700],
    icons: [{ src: `${at}/icoon.svg`, sizes: "any", type: "image/svg+xml", purpose: "any" }],
  };
  return new Response(JSON.stringify(manifest), { headers: { "Content-Type": "application/manifest+json" } });
}
