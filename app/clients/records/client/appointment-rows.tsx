import type { ShownAppointment } from "#app/clients/records/read/appointments.server.ts";
import { Badge } from "#app/ui/data.tsx";
import { formatDate, formatMonth, formatTime } from "#app/ui/format.ts";
import { usePortal, usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";
import { Go } from "#app/clients/frame/sample.tsx";

/** Appointments below each other, with a heading for each month. */
export function ByMonth({ list }: { list: ShownAppointment[] }) {
  const { language } = usePortal();
  const months = Map.groupBy(list, ({ startsAt }) => formatMonth(startsAt, language));
  return [...months].map(([month, own]) => (
    <section key={month}>
      <h3 className="mt-5 text-soft first-letter:uppercase">{month}</h3>
      <AppointmentRows list={own} />
    </section>
  ));
}

/** Appointments below each other: when first, then with whom and where. */
export function AppointmentRows({ list }: { list: ShownAppointment[] }) {
  const { words, at, language } = usePortalWords(texts);
  return (
    <ul className="my-3 space-y-3">
      {list.map(({ id, startsAt, minutes, cancelled, isNew, content }) => (
        <li key={id} className="keep rounded-xl border border-line bg-raised p-4 sm:p-5">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Go
              href={`${at}/afspraken/${id}`}
              className="inline-flex min-h-11 items-center font-semibold text-brand-text underline underline-offset-4"
            >
              {`${formatDate(startsAt, language)} ${words.appointments.at(formatTime(startsAt, language))}`}
            </Go>
            {cancelled ? <Badge kind="negative">{words.appointments.cancelled}</Badge> : null}
            {isNew ? <Badge kind="info">{words.fresh}</Badge> : null}
          </p>
          {content ? (
            <p>
              {`${content.kind} ${words.appointments.with(content.withWhom)}`}
              <br />
              <span className="text-soft">
                {[
                  words.appointments.how[content.how],
                  content.location,
                  minutes === null ? null : words.appointments.minutes(minutes),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </p>
          ) : (
            <p className="text-soft">{`${words.unreadable} ${words.unreadableHint}`}</p>
          )}
        </li>
      ))}
    </ul>
  );
}
