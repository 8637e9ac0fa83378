import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { texts as registration } from "#app/professionals/joining/texts.ts";
import { requireAgent } from "#app/platform/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Badge, DataTable, EmptyState } from "#app/ui/data.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { DeskPage } from "#app/ui/layout.tsx";
import { SelectField } from "#app/ui/select.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { Due } from "./due.tsx";
import { kindFilters, readFilter, stateFilters } from "./queue-filter.ts";
import { deskQueue, deskWork, pathOf } from "./queue.server.ts";
import { texts } from "./texts.ts";

const SHOWN = 200;

export async function loader({ request }: LoaderFunctionArgs) {
  await requireAgent(request);
  const filter = readFilter(new URL(request.url).searchParams);
  const rows = await deskQueue(filter);
  const work = await deskWork();
  return { filter, work, count: rows.length, rows: rows.slice(0, SHOWN).map((row) => ({ ...row, path: pathOf(row) })) };
}

export const meta = () => [{ title: "Wachtrij · Zorgpoort" }];

export default function Queue() {
  const { filter, work, rows, count } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.queue;
  const states = { ...pick(registration, language).status.states, ...all.states } as Record<string, string>;
  const names: Record<string, string> = { ...states, ...words.groups };
  return (
    <DeskPage title={words.title} lead={words.lead}>
      <form method="get" role="search" className="grid items-end gap-x-5 md:grid-cols-[2fr_1fr_1fr_auto]">
        <TextField
          name="zoek"
          type="search"
          label={words.search}
          hint={words.searchHint}
          defaultValue={filter.search}
        />
        <SelectField
          name="stand"
          label={words.state}
          defaultValue={filter.state}
          options={stateFilters.map((one) => ({ value: one, label: names[one] ?? one }))}
        />
        <SelectField
          name="soort"
          label={words.kind}
          defaultValue={filter.kind}
          options={kindFilters.map((one) => ({ value: one, label: `${words.kinds[one]} (${work[one].waiting})` }))}
        />
        <div className="mb-6">
          <Button look="secondary">{words.filter}</Button>
        </div>
      </form>
      <p className="text-soft" role="status">
        {words.found(count)}
        {count > SHOWN ? `. ${words.most}` : ""}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={words.emptyTitle}>
          <p className="mb-3">{words.empty}</p>
          <ButtonLink href="/servicedesk" look="secondary">
            {words.clear}
          </ButtonLink>
        </EmptyState>
      ) : (
        <DataTable
          caption={words.caption}
          columns={words.columns}
          rows={rows.map((row) => ({
            key: row.id,
            cells: [
              <span key="a" className="block">
                <a href={row.path} className="font-semibold whitespace-nowrap">
                  {row.number}
                </a>
                <span className="block text-[0.9375rem] text-soft">{words.kinds[row.kind]}</span>
              </span>,
              <span key="w" className="block">
                <span className="block font-medium">{row.who}</span>
                <span className="block text-[0.9375rem] text-soft">{row.practice}</span>
              </span>,
              <Badge key="s" kind={row.state === "signed" || row.state === "submitted" ? "info" : "neutral"}>
                {states[row.state] ?? row.state}
              </Badge>,
              row.claim ? words.claims[row.claim] : "–",
              <Due key="d" {...row} />,
            ],
          }))}
        />
      )}
    </DeskPage>
  );
}
