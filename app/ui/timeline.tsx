import type { ReactNode } from "react";

/** What happened, oldest first. */
export function Timeline({
  events,
}: {
  events: { key: string; at: string; title: string; by?: string; note?: ReactNode }[];
}) {
  return (
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
  );
}
