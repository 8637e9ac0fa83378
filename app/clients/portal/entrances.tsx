import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { entrances, environmentOf } from "#app/platform/settings/in-force.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { Icon } from "#app/ui/icon.tsx";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return entrances().map((entrance) => ({
    ...entrance,
    environments: entrance.environments.map((id) => {
      const { name, about } = environmentOf(id);
      return { id, name, about };
    }),
  }));
}

export const meta = titled("Mijn zorg", "My care");

/** The entrances: each lists the environments behind it (P-01). */
export default function Entrances() {
  const list = useLoaderData<typeof loader>();
  const { language } = useShell();
  const words = pick(texts, language);
  return (
    <PublicPage title={words.entrancesTitle} lead={words.entrancesLead}>
      {list.map((entrance) => (
        <section key={entrance.id} id={entrance.id}>
          <h2>{entrance.name}</h2>
          <ul className="space-y-3">
            {entrance.environments.map((one) => (
              <li key={one.id}>
                <a
                  href={`/mijn/${one.id}/inloggen`}
                  className="edge flex items-center justify-between gap-4 rounded-xl border border-line bg-raised p-5 text-text no-underline hover:bg-sunk"
                >
                  <span>
                    <span className="block text-lg font-semibold text-brand-text">{one.name}</span>
                    <span className="text-soft">{one.about[language]}</span>
                  </span>
                  <Icon name="arrow-right" />
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </PublicPage>
  );
}
