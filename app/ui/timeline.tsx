import type { ReactNode } from "react";
import type { Language } from "#app/shared/i18n.ts";
import { formatDateTime } from "./format.ts";
import { useShell } from "./shell.tsx";
import { texts } from "./texts.ts";

type Happening = { id: string; at: string | Date } & Record<Language, string>;

/** What happened to a case, as the log tells it. */
export function Course({ lines }: { lines: Happening[] }) {
  const { language } = useShell();
  return (
    <Timeline
      events={lines.map((line) => ({ key: line.id, at: formatDateTime(line.at, language), title: line[language] }))}
    />
  );
}

/** What happened, oldest first. */
export function Timeline({
  events,
}: {
  events: { key: string; at: string; title: string; by?: string; note?: ReactNode }[];
}) {
  const words = texts[useShell().language];
  if (events.length === 0) return null;
  return (
    <section>
      <h2>{words.happened}</h2>
      <ol className="my-4 border-l-2 border-line pl-6">
        {events.map((event) => (
          <li
            key={event.key}
            className="relative pb-5 before:absolute before:top-2 before:-left-[1.9rem] before:size-3 before:rounded-full before:bg-action"
          >
            <p className="font-semibold">{event.title}</p>
            <p className="text-[0.9375rem] text-soft">
              {event.at}
              {event.by ? ` · ${event.by}` : ""}
            </p>
            {event.note ? <div className="mt-1 max-w-2xl">{event.note}</div> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
