import { pick } from "#app/shared/i18n.ts";
import { Card } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { onPage } from "../charts/palette.ts";
import { ReportFunnel } from "../charts/report-charts.tsx";
import type { Indicator } from "../definitions/catalogue.ts";
import type { Insight } from "#app/reports/model/insight.ts";
import type { Report } from "#app/reports/model/report.ts";
import { texts } from "#app/reports/model/texts.ts";

/** The practice among all others: is it further off than chance and usual differences explain? */
export function Among({ report, insight, indicator }: { report: Report; insight: Insight; indicator: Indicator }) {
  const { language } = useShell();
  if (!insight.funnel) return null;
  return (
    <Card title={pick(texts, language).insight.funnel}>
      <figure>
        <div className="hidden max-w-4xl sm:block">
          <ReportFunnel {...{ report, insight, indicator, language }} palette={onPage} size="wide" />
        </div>
        <div className="sm:hidden">
          <ReportFunnel {...{ report, insight, indicator, language }} palette={onPage} size="narrow" />
        </div>
        <figcaption className="mt-3 max-w-3xl space-y-1 text-[0.9375rem]">
          <p className="font-medium">{insight.funnel.place}</p>
          <p>{insight.funnel.facts}</p>
          <p className="text-soft">{insight.funnel.dots}</p>
        </figcaption>
      </figure>
    </Card>
  );
}
