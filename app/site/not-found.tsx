import type { LoaderFunctionArgs } from "@remix-run/node";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { NotFound } from "#app/shared/errors.ts";

/** Every address that is nothing. A route, so that the error page knows language and person. */
export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  throw new NotFound();
}

/** Never shown; without a page this would be a download of data. */
export default function Nothing() {
  return null;
}
