import type { LinksFunction, LoaderFunctionArgs } from "@remix-run/node";
import { Links, Meta, Outlet, type MetaFunction } from "@remix-run/react";
import font from "@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2?url";
import type { ReactNode } from "react";
import { brandAddress } from "#app/platform/settings/brand-sheet.server.ts";
import { aboutShell } from "#app/clients/frame/about.server.ts";
import { environments, operator } from "#app/platform/settings/in-force.server.ts";
import { clientVisitor } from "#app/platform/rights/client-guards.server.ts";
import { staffMenu } from "#app/platform/rights/staff-menu.server.ts";
import { visitor } from "#app/platform/rights/guards.server.ts";
import { config } from "#app/shared/config.server.ts";
import { languageOf, themeOf } from "#app/shared/i18n.ts";
import { placeOf } from "#app/shared/place.ts";
import { ErrorPage, errorTitle } from "#app/ui/error-page.tsx";
import { portalTitle } from "#app/ui/title.ts";
import { PageScripts } from "#app/ui/scripts.tsx";
import { useShell, type Shell } from "#app/ui/shell.tsx";
import styles from "#app/ui/styles/app.css?url";

export const links: LinksFunction = () => [
  { rel: "preload", href: font, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "stylesheet", href: styles },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
];

export async function loader({ request, params }: LoaderFunctionArgs): Promise<Shell> {
  const { pathname, search } = new URL(request.url);
  const place = placeOf(pathname) ?? "";
  const environment = environments().find((one) => place.startsWith(`/mijn/${one.id}/`) || place === `/mijn/${one.id}`);
  // A page belongs to one side: who is signed in on the other is nobody here.
  const actor = environment ? null : await visitor(request);
  const client = environment ? await clientVisitor(request, environment) : null;
  return {
    language: actor?.language ?? client?.language ?? languageOf(request),
    theme: themeOf(request),
    path: pathname.replace(/\.data$/, "") + search,
    demo: config.mode !== "production",
    operator: operator(),
    person: actor && {
      name: actor.name,
      practice: actor.practices[0]?.name ?? null,
      reports: actor.practices.some((practice) => practice.reports),
      practitioner: actor.practices.some((practice) => practice.role === "practitioner"),
      desk: actor.operatorRole === "agent" || actor.operatorRole === "supervisor",
      deliveries: actor.operatorRole === "data_manager",
      staffOf: await staffMenu(actor.accountId),
    },
    environment: environment
      ? {
          id: environment.id,
          name: environment.name,
          shortName: environment.shortName,
          kind: environment.kind,
          brand: brandAddress(environment),
          desk: environment.desk,
          ...(await aboutShell(environment, client, params.relation)),
        }
      : null,
  };
}

/** Every page has its own title; this one is for what goes wrong. */
export const meta: MetaFunction<typeof loader> = ({ data, error, matches }) =>
  error ? portalTitle(matches, errorTitle(error, data?.language ?? "nl")) : [];

/** The document around every page, faults included. */
export function Layout({ children }: { children: ReactNode }) {
  const { language, theme, environment } = useShell();
  return (
    <html lang={language} data-theme={theme === "device" ? undefined : theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        {environment ? <link rel="stylesheet" href={environment.brand} /> : null}
        {environment?.client ? (
          <noscript>
            <meta
              httpEquiv="refresh"
              content={`${environment.client.secondsLeft + 1};url=/mijn/${environment.id}/inloggen?reden=tijd`}
            />
          </noscript>
        ) : null}
        {environment ? <link rel="manifest" href={`/mijn/${environment.id}/app.webmanifest`} /> : null}
      </head>
      <body>
        {children}
        <PageScripts />
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export const ErrorBoundary = ErrorPage;
