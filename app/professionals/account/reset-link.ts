import type { LoaderFunctionArgs } from "@remix-run/node";
import { accountDoor } from "#app/platform/doors/owners/account.server.ts";
import { leaveSecret } from "#app/platform/doors/steps/link-steps.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";

export function loader({ request, params }: LoaderFunctionArgs) {
  stranger(request);
  return leaveSecret(accountDoor, "reset", params.token);
}
