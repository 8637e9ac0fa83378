import type { LoaderFunctionArgs } from "@remix-run/node";
import { clientDoor } from "#app/platform/doors/owners/client-account.server.ts";
import { leaveSecret } from "#app/platform/doors/steps/link-steps.server.ts";
import { atMailDoor } from "#app/platform/rights/client-guards.server.ts";

export function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atMailDoor(request, params.environment);
  return leaveSecret(clientDoor(environment.id), "reset", params.token);
}
