import type { LoaderFunctionArgs } from "@remix-run/node";
import { stranger } from "#app/rights/guards.server.ts";

export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return null;
}

export const meta = () => [{ title: "Zorgpoort" }];

export default function Front() {
  return (
    <main id="main">
      <h1>Zorgpoort</h1>
    </main>
  );
}
