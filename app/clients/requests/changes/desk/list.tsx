import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { DataTable, EmptyState } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { changesToAnswer } from "../desk.server.ts";
import { texts } from "../texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "staff");
  return { environment: { id: environment.id, name: environment.name }, changes: await changesToAnswer(actor) };
}

export const meta = titled("Wijzigingen van cliënten", "Changes asked by clients");

/** What clients ask the practice to change, overdue on top. */
export default function Changes() {
  const { environment, changes } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const words = pick(texts, language);
  return (
    <StaffPage title={words.title} lead={words.lead} current="changes" environment={environment} as="staff">
      {changes.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={words.title}
          columns={words.columns}
          rows={changes.map(({ id, name, kind, state, answerBy, open, late }) => ({
            key: id,
            cells: [
              <a key="name" href={`/behandelaar/${environment.id}/wijzigingen/${id}`}>
                {name}
              </a>,
              words.kinds[kind],
              late ? words.late : words.states[state],
              open ? formatDate(answerBy, language) : "",
            ],
          }))}
        />
      )}
    </StaffPage>
  );
}
