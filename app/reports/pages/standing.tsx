import { pick } from "#app/shared/i18n.ts";
import { Badge, Card } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts as careGroupTexts } from "../care-group/texts.ts";
import { onPage } from "../charts/palette.ts";
import { ReportStrip } from "../charts/report-charts.tsx";
import { PatientsLink } from "../patients/patients-link.tsx";
import type { Indicator } from "../definitions/catalogue.ts";
import type { Report, Scope } from "#app/reports/model/report.ts";
import type { Insight } from "#app/reports/model/insight.ts";
import { scopes } from "#app/reports/model/scope-slugs.ts";
import { comparedWith, type Sentences } from "#app/reports/model/sentences.ts";
import { texts } from "#app/reports/model/texts.ts";
import { toneOf } from "#app/reports/model/tone.ts";

type Props = {
  report: Report;
  said: Sentences;
  insight: Insight;
  indicator: Indicator;
  link: (scope: Scope) => string;
  practice: string;
  /** May this reader go on to the patients behind the figure? */
  patients: boolean;
};

/** The figure of now: value, how sure it is, where it stands and what may be said of it. */
export function Standing({ report, said, insight, indicator, link, practice, patients }: Props) {
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.page;
  return (
    <Card title={words.now}>
      <Compare report={report} link={link} />
      {report.scope === "careGroup" && report.parties.careGroup !== null ? (
        <p className="no-print -mt-2 mb-4">
          <a
            href={`/rapportages/${report.indicatorId}/zorggroep${practice}`}
            className="inline-flex min-h-11 items-center"
          >
            {pick(careGroupTexts, language).see}
          </a>
        </p>
      ) : null}
      <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(15rem,1fr)_1.35fr]">
        <div>
          <p className="text-4xl font-bold">{said.value}</p>
          <p className="mt-1 font-medium">{said.count}</p>
          <p className="mt-1 text-[0.9375rem] text-soft">{said.interval}</p>
          <p className="mt-4">
            <Badge kind={toneOf(report.verdict)}>{all.verdicts[report.verdict]}</Badge>
          </p>
          <p className="mt-2">{said.verdict}</p>
          {said.toMedian ? <p className="mt-2">{said.toMedian}</p> : null}
          {patients ? <PatientsLink indicatorId={indicator.id} suffix={practice} /> : null}
          {insight.change ? <p className="mt-2">{insight.change}</p> : null}
        </div>
        <figure className="min-w-0">
          <figcaption className="font-semibold">{words.strip}</figcaption>
          {said.strip ? (
            <>
              <div className="hidden sm:block">
                <ReportStrip {...{ report, said, indicator, language }} palette={onPage} size="wide" />
              </div>
              <div className="sm:hidden">
                <ReportStrip {...{ report, said, indicator, language }} palette={onPage} size="narrow" />
              </div>
              <p className="text-[0.9375rem] text-soft">
                {said.strip} {insight.rank}
              </p>
            </>
          ) : null}
          <p className="mt-1 text-[0.9375rem] text-soft">{said.peers}</p>
        </figure>
      </div>
      {insight.caseMix ? (
        <div className="mt-5 border-t border-line pt-3">
          <p>
            <strong>{all.insight.corrected}:</strong> {insight.caseMix.value}
          </p>
          <p className="text-[0.9375rem] text-soft">{insight.caseMix.how}</p>
        </div>
      ) : null}
      <p className="mt-5 border-t border-line pt-3 text-[0.9375rem] text-soft">
        {said.fresh} {said.behind ? <strong className="text-text">{said.behind}</strong> : null} {words.meaning}
      </p>
    </Card>
  );
}

function Compare({ report, link }: Pick<Props, "report" | "link">) {
  const { language } = useShell();
  const words = pick(texts, language).page;
  const { parties } = report;
  const offered = scopes.filter((scope) => scope === "country" || parties[scope] !== null);
  if (offered.length === 1) return null;
  return (
    <nav aria-label={words.compareWith} className="no-print mb-4 flex flex-wrap items-center gap-x-1 gap-y-1">
      <span className="mr-2 text-soft">{words.compareWith}</span>
      {offered.map((scope) => (
        <a
          key={scope}
          href={link(scope)}
          aria-current={scope === report.scope ? "true" : undefined}
          className={`edge inline-flex min-h-11 items-center rounded-lg px-3 ${scope === report.scope ? "bg-current-item font-semibold no-underline" : ""}`}
        >
          {comparedWith({ scope, parties }, words)}
        </a>
      ))}
    </nav>
  );
}
