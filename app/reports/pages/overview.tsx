import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { opened } from "#app/shared/opaque.ts";
import { EmptyState, Notice } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { formatPeriod } from "#app/reports/model/figure-format.ts";
import { countProducts } from "../products/find.server.ts";
import { MeetingLink } from "../meeting/meeting-link.tsx";
import { ProductsLink } from "../products/products-link.tsx";
import { texts } from "#app/reports/model/texts.ts";
import { Downloads } from "../exports/downloads.tsx";
import { askedOf, isListing } from "#app/reports/model/asked.ts";
import { programmeNames } from "#app/reports/model/overview.server.ts";
import { packedOverview } from "#app/reports/model/packed-overview.server.ts";
import { IndicatorTable } from "./indicator-table.tsx";
import { VerdictFilter } from "./verdict-filter.tsx";
import { ProgrammeCards } from "./programme-cards.tsx";
import { SearchForm } from "./search-form.tsx";
import { StandOuts } from "./stand-outs.tsx";
import { ALL_PROGRAMMES, CHANGED, slugOf } from "#app/reports/model/verdict-slugs.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const { actor, practice } = await requireReports(request, query.get("praktijk"));
  const asked = askedOf(query);
  const language = actor.language ?? languageOf(request);
  const open = actor.practices.filter((one) => one.reports).map(({ agb, name }) => ({ value: agb, label: name }));
  const products = await countProducts(practice);
  const groups = programmeNames(practice, language);
  return {
    found: await packedOverview(practice, asked, language),
    asked,
    products,
    practice: { agb: practice.agb, name: practice.name },
    open,
    groups,
    limitedTo: practice.reportGroups === "all" ? null : groups.map(({ label }) => label),
  };
}

export const meta = titled("Rapportages", "Reports");

export default function Overview() {
  const { found: packed, asked, products, practice, open, groups, limitedTo } = useLoaderData<typeof loader>();
  const found = opened(packed);
  const { language, demo } = useShell();
  const words = pick(texts, language).overview;
  const lead = found
    ? words.fresh(formatPeriod(found.period), formatDate(found.measuredOn, language), found.delivered, found.all)
    : undefined;
  const several = open.length > 1 ? practice.agb : "";
  const listing = isListing(asked);
  const to = ({ id, ...more }: Record<string, string>) => {
    const query = new URLSearchParams({ ...(several && { praktijk: several }), ...more }).toString();
    return `/rapportages${id ? `/${id}` : ""}${query ? `?${query}` : ""}`;
  };
  const slug = asked.changed ? CHANGED : asked.verdict ? slugOf(asked.verdict) : "";
  const kept = { praktijk: several, programma: asked.programme, zoek: asked.search, oordeel: slug };
  const filled = Object.entries(kept).filter(([, value]) => value !== "");
  const chosen = filled.length > 0 ? `?${new URLSearchParams(filled).toString()}` : "";
  return (
    <ProfessionalPage
      title={`${words.title} · ${practice.name}`}
      lead={lead}
      current="reports"
      action={
        found ? (
          <Downloads
            pdf={programmePdf(asked.programme, several, groups)}
            folder="/rapportages/bestand"
            query={chosen}
          />
        ) : null
      }
    >
      {found?.behind ? <Notice kind="warning" title={words.behind(formatPeriod(found.behind))} /> : null}
      {demo ? <p className="-mt-4 mb-4 text-[0.9375rem] text-soft">{words.invented}</p> : null}
      {limitedTo ? <p className="mb-4 max-w-3xl">{words.limited(limitedTo.join(", "))}</p> : null}
      {found && !listing ? <StandOuts out={found.out} to={to} /> : null}
      {found && listing ? (
        <VerdictFilter
          counts={found.counts}
          changes={found.changes}
          chosen={asked.verdict}
          changed={asked.changed}
          kept={{ praktijk: several, programma: asked.programme || ALL_PROGRAMMES, zoek: asked.search }}
        />
      ) : null}
      <ProductsLink count={products} practice={several} />
      {found ? <MeetingLink programme={asked.programme} practice={several} /> : null}
      <SearchForm {...{ asked, open, groups, practice, listing }} />
      {found === null ? <EmptyState title={words.noData}>{words.noDataHint}</EmptyState> : null}
      {found && !listing ? <ProgrammeCards cards={found.cards} to={to} /> : null}
      {listing && found?.groups.length === 0 ? (
        <EmptyState title={words.nothingFound}>{words.nothingFoundHint}</EmptyState>
      ) : null}
      {listing
        ? found?.groups.map((group) => (
            <section key={group.id}>
              <h2>{group.name}</h2>
              <IndicatorTable rows={group.rows} caption={group.name} practice={several || null} />
            </section>
          ))
        : null}
    </ProfessionalPage>
  );
}

/** The report of a whole programme, when one is shown. */
function programmePdf(programme: string, practice: string, open: { value: string }[]) {
  if (!open.some(({ value }) => value === programme)) return undefined;
  const query = practice ? `?praktijk=${practice}` : "";
  return { href: `/rapportages/programma/${programme}/rapport.pdf${query}`, programme: true };
}
