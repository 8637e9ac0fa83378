import type { LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet } from "@remix-run/react";
import { stranger } from "#app/rights/guards.server.ts";
import { PageScripts } from "#app/ui/scripts.tsx";

export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return { language: "nl" as const };
}

export default function Root() {
  return (
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
      </head>
      <body>
        <Outlet />
        <PageScripts />
      </body>
    </html>
  );
}
