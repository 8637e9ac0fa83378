import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { opened } from "#app/shared/opaque.ts";
import { EmptyState } from "#app/ui/data.tsx";
import { BackLink } from "#app/ui/back-link.tsx";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { portalTitle } from "#app/ui/title.ts";
import { programmes } from "#app/platform/rights/programmes.data.ts";
import { indicatorById } from "../definitions/catalogue.ts";
import { Downloads } from "../exports/downloads.tsx";
import { answerMarks } from "../goals/answer.server.ts";
import { marksFor } from "../goals/find.server.ts";
import { hasPatients } from "../patients/open-patients.server.ts";
import { scopeOf, scopeQuery } from "#app/reports/model/scope-slugs.ts";
import { texts } from "#app/reports/model/texts.ts";
import { neighbours, openIndicator, packedReport } from "#app/reports/model/indicator.server.ts";
import { Neighbours } from "./neighbours.tsx";
import { ReportBody } from "./report-body.tsx";
import { Definition } from "./definition.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const { actor, practice } = await requireReports(request, query.get("praktijk"));
  const indicator = openIndicator(practice, params.indicator);
  const language = actor.language ?? languageOf(request);
  const named = (one: typeof indicator | null) => one && { id: one.id, name: one.name[language] };
  const { previous, next } = neighbours(indicator);
  return {
    id: indicator.id,
    name: indicator.name[language],
    programme: programmes.find((one) => one.id === indicator.programme)?.name[language] ?? "",
    report: await packedReport(practice, indicator, scopeOf(query)),
    marks: await marksFor(actor, practice, indicator.id),
    whole: query.get("tabel") === "alles",
    patients: await hasPatients(practice, indicator),
    practice: query.get("praktijk") ? practice.agb : null,
    previous: named(previous),
    next: named(next),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, practice } = await requireReports(request, new URL(request.url).searchParams.get("praktijk"));
  return answerMarks(actor, practice, openIndicator(practice, params.indicator), request);
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => portalTitle(matches, data?.name ?? "");

export default function IndicatorPage() {
  const {
    id,
    name,
    programme,
    report: packed,
    marks,
    whole,
    patients,
    practice,
    previous,
    next,
  } = useLoaderData<typeof loader>();
  const report = opened(packed);
  const back = useActionData<typeof action>();
  const { language, demo } = useShell();
  const indicator = indicatorById(id)!;
  const all = pick(texts, language);
  const words = all.page;
  const asked = (more: Record<string, string> = {}) => {
    const query = new URLSearchParams({ ...(practice && { praktijk: practice }), ...more }).toString();
    return query ? `?${query}` : "";
  };
  const same = report ? scopeQuery(report.scope) : undefined;
  return (
    <ProfessionalPage
      title={name}
      lead={`${programme} · ${indicator.id} · ${all.directions[indicator.direction]}`}
      current="reports"
      action={
        report ? (
          <Downloads
            pdf={{ href: `/rapportages/${indicator.id}/rapport.pdf${asked(same)}`, programme: false }}
            folder={`/rapportages/${indicator.id}/bestand`}
            query={asked(same)}
          />
        ) : undefined
      }
    >
      <BackLink href={`/rapportages${asked()}`}>{words.back}</BackLink>
      {demo ? <p className="text-[0.9375rem] text-soft">{all.overview.invented}</p> : null}
      {report ? (
        <ReportBody
          {...{ report, indicator, back, ...marks }}
          link={(scope) => asked(scopeQuery(scope)) || "?"}
          practice={asked()}
          patients={patients}
          whole={whole}
          wholeHref={`${asked({ ...same, tabel: "alles" })}#cijfers`}
        />
      ) : (
        <EmptyState title={all.overview.noData}>{words.notDelivered}</EmptyState>
      )}
      <Definition indicator={indicator} />
      <Neighbours {...{ programme, previous, next }} suffix={asked(same)} />
    </ProfessionalPage>
  );
}
