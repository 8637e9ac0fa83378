import type { LoaderFunctionArgs } from "@remix-run/node";
import { atMailDoor } from "#app/platform/rights/client-guards.server.ts";
import { leaveSecret } from "../leave-secret.server.ts";

export function loader({ request, params }: LoaderFunctionArgs) {
  const { environment } = atMailDoor(request, params.environment);
  return leaveSecret(environment, params.token, "wachtwoord-instellen");
}
