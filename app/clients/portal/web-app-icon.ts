import type { LoaderFunctionArgs } from "@remix-run/node";
import { atTheDoor } from "#app/platform/rights/client-guards.server.ts";

/** The mark of the client side in the colours of the environment, for the home screen of a phone. */
export function loader({ request, params }: LoaderFunctionArgs) {
  const { brand } = atTheDoor(request, params.environment).environment;
  const wave = "M9 18c2-3 5-3 7 0s5 3 7 0M9 13c2-3 5-3 7 0s5 3 7 0";
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="512" height="512">`,
    `<rect width="32" height="32" rx="7" fill="${brand[700]}"/>`,
    `<path d="${wave}" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/></svg>`,
  ].join("");
  return new Response(svg, {
    headers: { "Content-Type": "image/svg+xml", "Cache-Control": "public, max-age=86400" },
  });
}
