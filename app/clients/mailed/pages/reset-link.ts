import type { LoaderFunctionArgs } from "@remix-run/node";
import { leaveSecret } from "../leave-secret.server.ts";

export function loader({ request, params }: LoaderFunctionArgs) {
  return leaveSecret(request, params, "wachtwoord-instellen");
}
