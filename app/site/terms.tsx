import type { LoaderFunctionArgs } from "@remix-run/node";
import { terms } from "#app/platform/settings/terms.ts";
import { stranger } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { formatDate } from "#app/ui/format.ts";
import { PublicPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

export function loader({ request }: LoaderFunctionArgs) {
  stranger(request);
  return null;
}

export const meta = titled("Algemene voorwaarden", "General terms");

export default function Terms() {
  const { language } = useShell();
  const words = pick(texts, language).terms;
  return (
    <PublicPage title={words.title} lead={`${words.version} ${terms.version}, ${formatDate(terms.from, language)}`}>
      <div className="prose">
        <h2>{words.short}</h2>
        <ul>
          {terms.short[language].map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <h2>{words.full}</h2>
        {words.dutchOnly ? <p>{words.dutchOnly}</p> : null}
        <div lang="nl">
          {terms.full.map((article) => (
            <p key={article}>{article}</p>
          ))}
        </div>
      </div>
    </PublicPage>
  );
}
