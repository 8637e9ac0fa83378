import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireReports } from "#app/rights/guards.server.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { EmptyState, Notice } from "#app/ui/data.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { formatDate } from "#app/ui/format.ts";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { SelectField } from "#app/ui/select.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { formatPeriod } from "../figure-format.ts";
import { texts } from "../texts.ts";
import { overviewFor, programmeNames } from "./overview.server.ts";
import { IndicatorTable } from "./indicator-table.tsx";
import { VerdictFilter } from "./verdict-filter.tsx";
import { slugOf, verdictOfSlug } from "./verdict-slugs.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const { actor, practice } = await requireReports(request, query.get("praktijk"));
  const asked = {
    programme: query.get("programma") ?? "",
    search: (query.get("zoek") ?? "").slice(0, 60),
    verdict: verdictOfSlug(query.get("oordeel")),
  };
  const language = actor.language ?? languageOf(request);
  const found = await overviewFor(practice, asked, language);
  const open = actor.practices.filter((one) => one.reports).map(({ agb, name }) => ({ value: agb, label: name }));
  return { found, asked, practice: { agb: practice.agb, name: practice.name }, open, groups: programmeNames(language) };
}

export const meta = titled("Rapportages", "Reports");

export default function Overview() {
  const { found, asked, practice, open, groups } = useLoaderData<typeof loader>();
  const { language, demo } = useShell();
  const words = pick(texts, language).overview;
  const lead = found
    ? words.fresh(formatPeriod(found.period), formatDate(found.measuredOn, language), found.delivered, found.all)
    : undefined;
  const kept = {
    praktijk: open.length > 1 ? practice.agb : "",
    programma: asked.programme,
    zoek: asked.search,
  };
  return (
    <ProfessionalPage title={`${words.title} · ${practice.name}`} lead={lead} current="reports">
      {found?.behind ? <Notice kind="warning" title={words.behind(formatPeriod(found.behind))} /> : null}
      {demo ? <p className="-mt-4 mb-4 text-[0.9375rem] text-soft">{words.invented}</p> : null}
      {found ? <VerdictFilter counts={found.counts} chosen={asked.verdict} kept={kept} /> : null}
      <form
        method="get"
        className="no-print filters mb-2 flex flex-wrap items-end gap-x-4 rounded-xl border border-line bg-raised px-5 pt-5"
      >
        {open.length > 1 ? (
          <SelectField name="praktijk" label={words.practices} options={open} defaultValue={practice.agb} />
        ) : null}
        <TextField name="zoek" type="search" label={words.search} defaultValue={asked.search} maxLength={60} />
        <SelectField
          name="programma"
          label={words.programme}
          options={groups}
          defaultValue={asked.programme}
          empty={words.allProgrammes}
        />
        {asked.verdict ? <input type="hidden" name="oordeel" value={slugOf(asked.verdict)} /> : null}
        <div className="mb-6 flex gap-4">
          <Button look="secondary">{words.filter}</Button>
          {asked.programme || asked.search || asked.verdict ? (
            <ButtonLink href="/rapportages" look="quiet">
              {words.clear}
            </ButtonLink>
          ) : null}
        </div>
      </form>
      {found === null ? <EmptyState title={words.noData}>{words.noDataHint}</EmptyState> : null}
      {found?.groups.length === 0 ? <EmptyState title={words.nothingFound}>{words.nothingFoundHint}</EmptyState> : null}
      {found?.groups.map((group) => (
        <section key={group.id}>
          <h2>{group.name}</h2>
          <IndicatorTable rows={group.rows} caption={group.name} practice={open.length > 1 ? practice.agb : null} />
        </section>
      ))}
    </ProfessionalPage>
  );
}
