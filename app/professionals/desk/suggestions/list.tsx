import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAgent } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { EmptyState } from "#app/ui/data.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { DeskPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "../texts.ts";
import { newestSuggestions } from "./list.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAgent(request);
  return { rows: await newestSuggestions() };
}

export const meta = titled("Suggesties", "Suggestions");

export default function Suggestions() {
  const { rows } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const words = pick(texts, language).suggestions;
  const roles: Record<string, string> = words.roles;
  return (
    <DeskPage title={words.title} lead={words.lead} current="suggestions">
      {rows.length === 0 ? <EmptyState title={words.none}>{words.noneHint}</EmptyState> : null}
      <ul className="max-w-3xl space-y-4">
        {rows.map(({ id, message, page, role, at }) => (
          <li key={id} className="keep rounded-xl border border-line bg-raised p-5">
            <p className="break-words whitespace-pre-line">{message}</p>
            <p className="mt-2 text-[0.9375rem] text-soft">
              {formatDateTime(at, language)} · {roles[role] ?? role} · {words.page}{" "}
              <span className="break-all">{page}</span>
            </p>
          </li>
        ))}
      </ul>
    </DeskPage>
  );
}
