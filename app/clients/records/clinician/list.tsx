import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lookAtOwnClients } from "#app/clients/records/care/own-clients.server.ts";
import { StaffLists } from "#app/clients/requests/desk/parts/staff-work.tsx";
import { workOf } from "#app/clients/requests/work.server.ts";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card, DataTable, EmptyState } from "#app/ui/data.tsx";
import { formatBirthDate, formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "clinician");
  const search = (new URL(request.url).searchParams.get("zoek") ?? "").slice(0, 80);
  const clients = await lookAtOwnClients(actor, search);
  const { id, name } = environment;
  return { environment: { id, name }, work: await workOf(actor, environment), search, clients };
}

export const meta = titled("Mijn cliënten", "My clients");

/** The people whom a clinician treats, with what waits for the clinician on top. */
export default function OwnClients() {
  const { environment, work, search, clients } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const words = pick(texts, language);
  const at = `/behandelaar/${environment.id}`;
  const waiting = clients.filter(({ link }) => link === "asked");
  return (
    <StaffPage title={words.title} lead={words.lead} current="clients" environment={environment} as="clinician">
      <StaffLists environment={environment} work={work} current="clients" />
      {/* Of those who were found, not of all: then "nothing to do" would not be true. */}
      {search && waiting.length === 0 ? null : (
        <Card title={words.tasks}>
          {waiting.length === 0 ? (
            <EmptyState title={words.noTasks}>{words.noTasksText}</EmptyState>
          ) : (
            <ul className="space-y-2">
              {waiting.map(({ id, name, askedAt }) => (
                <li key={id}>
                  <a href={`${at}/clienten/${id}`}>{words.asked(name, askedAt ? formatDate(askedAt, language) : "")}</a>
                </li>
              ))}
            </ul>
          )}
        </Card>
      )}
      <form method="get" role="search" className="my-5 flex flex-wrap items-end gap-3">
        <label className="block font-semibold">
          {words.search}
          <input
            type="search"
            name="zoek"
            defaultValue={search}
            maxLength={80}
            autoComplete="off"
            className="field-input mt-1 font-normal"
          />
        </label>
        <Button look="secondary">{words.find}</Button>
      </form>
      {clients.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={words.title}
          columns={words.columns}
          rows={clients.map(({ id, name, birthDate, link }) => ({
            key: id,
            cells: [
              <a key="name" href={`${at}/clienten/${id}`}>
                {name}
              </a>,
              formatBirthDate(birthDate, language),
              words.links[link],
            ],
          }))}
        />
      )}
    </StaffPage>
  );
}
