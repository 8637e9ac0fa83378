import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { terms } from "#app/platform/settings/in-force.server.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { formatDate } from "#app/ui/format.ts";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return terms();
}

export const meta = titled("Algemene voorwaarden", "General terms");

export default function Terms() {
  const { language } = useShell();
  const words = pick(texts, language).terms;
  const { version, from, short, full } = useLoaderData<typeof loader>();
  return (
    <PublicPage title={words.title} lead={`${words.version} ${version}, ${formatDate(from, language)}`}>
      <div className="prose">
        <h2>{words.short}</h2>
        <ul>
          {short[language].map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <h2>{words.full}</h2>
        {words.dutchOnly ? <p>{words.dutchOnly}</p> : null}
        <div lang="nl">
          {full.map((article) => (
            <p key={article}>{article}</p>
          ))}
        </div>
      </div>
    </PublicPage>
  );
}
