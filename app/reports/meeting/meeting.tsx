import { pick } from "#app/shared/i18n.ts";
import { Badge } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Footer, SkipLink } from "#app/ui/frame.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { formatPeriod } from "#app/reports/model/figure-format.ts";
import { toneOf } from "#app/reports/model/tone.ts";
import type { Scope } from "#app/reports/model/report.ts";
import { comparedWith } from "#app/reports/model/sentences.ts";
import { texts as reportTexts } from "#app/reports/model/texts.ts";
import { choiceQuery } from "./choice.ts";
import { Slide } from "./slide.tsx";
import { texts } from "./texts.ts";
import type { MeetingTopic } from "./topics.server.ts";

/** `practice` is the code where there are several, `on` the day of today, `YYYY-MM-DD`. */
type Props = { topics: MeetingTopic[]; scope: Scope; practice: string | null; name: string; on: string };

/** Everything for the meeting on one page: a title with all topics, then every topic on a screen, and a sheet, of its own. */
export function Meeting(props: Props) {
  const { topics, scope, practice } = props;
  return (
    <div className="meeting">
      <SkipLink />
      <main id="main" tabIndex={-1}>
        <Title {...props} />
        {topics.map((topic, place) => (
          <Slide
            key={topic.id}
            topic={topic}
            place={place + 1}
            all={topics.length}
            previous={topics[place - 1]?.id ?? null}
            next={topics[place + 1]?.id ?? null}
            practice={props.name}
            suffix={choiceQuery([], scope, practice)}
          />
        ))}
      </main>
      <Footer />
    </div>
  );
}

function Title({ topics, scope, practice, name, on }: Props) {
  const { language, demo } = useShell();
  const words = pick(texts, language);
  const reports = pick(reportTexts, language);
  const report = topics.find((topic) => topic.report)?.report;
  const change = `/rapportages/vergadering${choiceQuery(
    topics.map(({ id }) => id),
    scope,
    practice,
  )}`;
  return (
    <section id="overzicht" aria-labelledby="vergadering" className="slide">
      <div>
        <h1 id="vergadering" className="text-[2em]!">
          {words.title}
          <span className="block text-[0.7em] font-semibold">{name}</span>
        </h1>
        {report ? (
          <p className="mt-2 text-soft">
            {words.lead(formatPeriod(report.last.period), formatDate(on, language))}{" "}
            {words.against(comparedWith(report, reports.page))}
          </p>
        ) : null}
        {demo ? <p className="text-soft">{reports.overview.invented}</p> : null}
      </div>
      <div className="grow">
        <h2 className="mt-0! text-[1.1em]!">{words.topics(topics.length)}</h2>
        <ol className={`list-decimal pl-8 ${topics.length > 10 ? "gap-x-12 md:columns-2 print:columns-2" : ""}`}>
          {topics.map((topic) => (
            <li key={topic.id} className="keep py-1">
              <a href={`#${topic.id}`} className="mr-2 inline-block min-h-6">
                {topic.name}
              </a>
              {topic.report ? (
                <Badge kind={toneOf(topic.report.verdict)}>{reports.verdicts[topic.report.verdict]}</Badge>
              ) : null}
            </li>
          ))}
        </ol>
      </div>
      <p className="no-print flex flex-wrap items-center gap-x-6">
        {topics[0] ? (
          <a href={`#${topics[0].id}`} className="inline-flex min-h-11 items-center font-semibold">
            {words.first}
          </a>
        ) : null}
        <a href={change} className="inline-flex min-h-11 items-center">
          {words.change}
        </a>
        <span className="text-[0.8em] text-soft">{words.printing}</span>
      </p>
    </section>
  );
}
