import { pick } from "#app/shared/i18n.ts";
import { Badge } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { toneOf } from "#app/reports/model/tone.ts";
import { formatFigure } from "#app/reports/model/figure-format.ts";
import { texts as reportTexts } from "#app/reports/model/texts.ts";
import type { Topic, TopicGroup } from "./prepare.server.ts";
import { texts } from "./texts.ts";

/** The topics of one programme, folded unless something in it is ticked. */
export function TopicList({ group, chosen, open }: { group: TopicGroup; chosen: string[]; open: boolean }) {
  const { language } = useShell();
  const words = pick(texts, language);
  const { id, name, topics, notable } = group;
  return (
    <details
      open={open || topics.some((topic) => chosen.includes(topic.id))}
      className="my-3 rounded-xl border border-line bg-raised"
    >
      <summary className="edge min-h-11 rounded-xl px-5 py-3">
        <h2 id={`programma-${id}`} className="my-0! inline text-lg!">
          {name}
        </h2>{" "}
        <span className="text-[0.9375rem] text-soft">{words.facts(topics.length, notable)}</span>
      </summary>
      <ul aria-labelledby={`programma-${id}`} className="grid gap-x-8 gap-y-1 px-5 pb-4 lg:grid-cols-2">
        {topics.map((topic) => (
          <li key={topic.id}>
            <TopicChoice topic={topic} ticked={chosen.includes(topic.id)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function TopicChoice({ topic, ticked }: { topic: Topic; ticked: boolean }) {
  const { language } = useShell();
  const words = pick(texts, language);
  const reports = pick(reportTexts, language);
  const { id, name, value, median, verdict, change } = topic;
  const write = (fraction: number | null) => (fraction === null ? "–" : formatFigure(topic, fraction, language));
  return (
    <div className="flex min-h-11 items-start gap-2.5 py-1.5">
      <input
        type="checkbox"
        id={`onderwerp-${id}`}
        name="onderwerp"
        value={id}
        defaultChecked={ticked}
        aria-describedby={`stand-${id}`}
        className="mt-0.5 size-6 shrink-0 accent-action"
      />
      <div className="min-w-0 grow">
        <label htmlFor={`onderwerp-${id}`} className="block hyphens-auto">
          {name}
        </label>
        <p id={`stand-${id}`} className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.9375rem] text-soft">
          {words.row(write(value), write(median))}
          {verdict === "worse" || verdict === "better" ? (
            <Badge kind={toneOf(verdict)}>{reports.verdicts[verdict]}</Badge>
          ) : null}
          {change && change !== "same" ? (
            <Badge kind={change === "improved" ? "positive" : change === "worsened" ? "warning" : "neutral"}>
              {reports.changes[change]}
            </Badge>
          ) : null}
        </p>
      </div>
    </div>
  );
}
