import { pick } from "#app/shared/i18n.ts";
import { Card } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { onPage } from "../charts/palette.ts";
import type { Insight } from "#app/reports/model/insight.ts";
import type { Marks } from "#app/reports/model/marks.ts";
import { ReportTrend } from "../charts/report-charts.tsx";
import type { Indicator } from "../definitions/catalogue.ts";
import type { Report } from "#app/reports/model/report.ts";
import type { Sentences } from "#app/reports/model/sentences.ts";
import { texts } from "#app/reports/model/texts.ts";

type Props = { report: Report; said: Sentences; insight: Insight; indicator: Indicator; marks: Marks };

/** The way here: trend beside the peers, in words below it, with how fresh and complete it is (E11). */
export function Course({ report, said, insight, indicator, marks }: Props) {
  const { language } = useShell();
  const words = pick(texts, language).page;
  return (
    <Card title={words.trend}>
      <figure>
        <div className="hidden max-w-4xl sm:block">
          <ReportTrend {...{ report, said, indicator, language, marks }} palette={onPage} size="wide" />
        </div>
        <div className="sm:hidden">
          <ReportTrend {...{ report, said, indicator, language, marks }} palette={onPage} size="narrow" />
        </div>
        <figcaption className="mt-3 max-w-3xl space-y-1 text-[0.9375rem]">
          <p>{said.trend}</p>
          <p className="text-soft">{words.legend}</p>
        </figcaption>
      </figure>
      <h3 className="mt-6">{pick(texts, language).insight.signals}</h3>
      <ul className="max-w-3xl list-disc space-y-1 pl-6">
        {insight.signals.found.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {insight.signals.notes.map((note) => (
        <p key={note} className="mt-2 max-w-3xl text-[0.9375rem] text-soft">
          {note}
        </p>
      ))}
      <p className="mt-4 border-t border-line pt-3 text-[0.9375rem] text-soft">
        {said.fresh} {said.behind} {said.peers}
      </p>
    </Card>
  );
}
