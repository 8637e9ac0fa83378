import { pick } from "#app/shared/i18n.ts";
import { Badge, EmptyState } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { onPage } from "../charts/palette.ts";
import { ReportStrip, ReportTrend } from "../charts/report-charts.tsx";
import { indicatorById, type Indicator } from "../definitions/catalogue.ts";
import { formatFigure } from "#app/reports/model/figure-format.ts";
import { texts as goalTexts } from "../goals/texts.ts";
import { insightOf } from "#app/reports/model/insight.ts";
import { marksOf } from "#app/reports/model/marks.ts";
import { toneOf } from "#app/reports/model/tone.ts";
import type { Report } from "#app/reports/model/report.ts";
import { sentences } from "#app/reports/model/sentences.ts";
import { texts as reportTexts } from "#app/reports/model/texts.ts";
import { Agreements, Own } from "./own.tsx";
import { Pager } from "./pager.tsx";
import { texts } from "./texts.ts";
import type { MeetingTopic } from "./topics.server.ts";

/** The newest signals that fit on a screen. */
const MOST_SIGNALS = 2;

type Props = {
  topic: MeetingTopic;
  place: number;
  all: number;
  previous: string | null;
  next: string | null;
  /** Name of the practice, for a sheet that goes its own way. */
  practice: string;
  /** What an address says to ask for the same practice and comparison. */
  suffix: string;
};

/** One topic: where the practice stands, in large, its course, what it aims at, and on paper room for what is agreed. */
export function Slide({ topic, ...turn }: Props) {
  const { language } = useShell();
  const all = pick(reportTexts, language);
  const indicator = indicatorById(topic.id)!;
  const { report } = topic;
  return (
    <section id={topic.id} aria-labelledby={`kop-${topic.id}`} className="slide">
      <div>
        <p className="text-[0.8em] text-soft">
          {topic.programme} · {all.directions[indicator.direction]}
        </p>
        <h2 id={`kop-${topic.id}`} className="my-0! text-[1.5em]! leading-tight!">
          {topic.name}
        </h2>
      </div>
      {report ? (
        <Figures topic={topic} report={report} indicator={indicator} />
      ) : (
        <EmptyState title={all.overview.noData}>{all.page.notDelivered}</EmptyState>
      )}
      <Agreements />
      <Pager name={topic.name} id={topic.id} {...turn} />
    </section>
  );
}

function Figures({ topic, report, indicator }: { topic: MeetingTopic; report: Report; indicator: Indicator }) {
  const { language } = useShell();
  const all = pick(reportTexts, language);
  const said = sentences(report, indicator, language);
  const insight = insightOf(report, indicator, language);
  const { goal, notes } = topic;
  const goalLabel = goal ? pick(goalTexts, language).goalShort(formatFigure(indicator, goal.target, language)) : "";
  const marks = marksOf(notes, goal, goalLabel);
  const chart = { report, said, indicator, language, palette: onPage };
  return (
    <div className="slide-figures">
      <div className="space-y-[0.5em]">
        <div>
          <p className="text-[3em] leading-none font-bold">{said.value}</p>
          <p className="mt-[0.3em] font-medium">{said.count}</p>
          {said.interval ? <p className="text-[0.85em] text-soft">{said.interval}</p> : null}
        </div>
        <p>
          <span className="mr-2 inline-block">
            <Badge kind={toneOf(report.verdict)}>{all.verdicts[report.verdict]}</Badge>
          </span>
          {said.verdict}
        </p>
        {said.toMedian ? <p className="font-semibold">{said.toMedian}</p> : null}
        {insight.change ? <p>{insight.change}</p> : null}
        <Signals report={report} {...insight.signals} />
        <Own {...{ indicator, goal, notes, marks, report }} />
      </div>
      <div className="min-w-0">
        <figure>
          <figcaption className="font-semibold">{all.page.strip}</figcaption>
          <div className="slide-wide max-sm:hidden">
            <ReportStrip {...chart} size="wide" />
          </div>
          <div className="sm:hidden print:hidden">
            <ReportStrip {...chart} size="narrow" />
          </div>
          <p className="text-[0.75em] text-soft">
            {said.strip} {said.peers}
          </p>
        </figure>
        <figure className="mt-[0.75em]">
          <figcaption className="font-semibold">{all.page.trend}</figcaption>
          <div className="slide-wide max-sm:hidden">
            <ReportTrend {...chart} marks={marks} size="wide" />
          </div>
          <div className="sm:hidden print:hidden">
            <ReportTrend {...chart} marks={marks} size="narrow" />
          </div>
          <p className="text-[0.75em] text-soft">
            {said.trend} {said.fresh} {said.behind}
          </p>
        </figure>
      </div>
    </div>
  );
}

function Signals({ report, found, notes }: { report: Report; found: string[]; notes: string[] }) {
  const { language } = useShell();
  const words = pick(texts, language);
  // That quarters overlap explains a rule; that they are too few, or of two practices, changes what may be said.
  const explained = report.course.few || report.points.some((point) => point.merged);
  const left = found.length - MOST_SIGNALS;
  return (
    <ul className="list-disc space-y-[0.2em] pl-[1.2em] text-[0.85em]">
      {[...found.slice(0, MOST_SIGNALS), ...(explained ? notes : [])].map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
      {left > 0 ? <li className="text-soft">{words.moreSignals(left)}</li> : null}
    </ul>
  );
}
