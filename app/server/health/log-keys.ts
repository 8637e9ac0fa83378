import type { LoaderFunctionArgs } from "@remix-run/node";
import { publicAuditKeys } from "#app/platform/audit/key.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";

/** The public keys of the log, so that who has a copy of it can check the seals without us (docs/log-format.md). */
export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return Response.json(publicAuditKeys());
}
