import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { DataTable, EmptyState } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { requestsOfOwnClients } from "../find.server.ts";
import { texts } from "../texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "clinician");
  const requests = await requestsOfOwnClients(actor);
  return { environment: { id: environment.id, name: environment.name }, requests, today: today() };
}

export const meta = titled("Verzoeken van cliënten", "Requests of clients");

/** Requests of the own clients, overdue on top. */
export default function ClientRequests() {
  const { environment, requests, today: day } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const words = pick(texts, language);
  return (
    <StaffPage title={words.title} lead={words.lead} current="requests" environment={environment} as="clinician">
      {requests.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={words.title}
          columns={words.columns}
          rows={requests.map(({ id, name, kind, state, dueOn, open }) => ({
            key: id,
            cells: [
              <a key="name" href={`/behandelaar/${environment.id}/verzoeken/${id}`}>
                {name}
              </a>,
              words.kinds[kind],
              open && dueOn < day ? words.overdue : words.states[state],
              open ? formatDate(dueOn, language) : "",
            ],
          }))}
        />
      )}
    </StaffPage>
  );
}
