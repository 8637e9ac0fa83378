import type { AppointmentLists } from "#app/clients/records/read/appointments.server.ts";
import { Card, EmptyState } from "#app/ui/data.tsx";
import { AppointmentRows, ByMonth } from "../appointment-rows.tsx";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "../texts.ts";
import { Go } from "#app/clients/frame/sample.tsx";

/** The appointments: to come, cancelled, earlier. `onlyNew` shows of those to come what is new or changed. */
export function AppointmentsView({
  lists,
  onlyNew,
  mayAsk = false,
}: {
  lists: AppointmentLists;
  onlyNew: boolean;
  /** True: the environment lets clients ask to move or cancel. */
  mayAsk?: boolean;
}) {
  const { words, at } = usePortalWords(texts);
  const { appointments } = words;
  const coming = onlyNew ? lists.coming.filter(({ isNew }) => isNew) : lists.coming;
  return (
    <>
      <h2 className="mt-0!">
        {onlyNew ? appointments.headingNew(coming.length) : appointments.heading(coming.length)}
      </h2>
      {onlyNew ? (
        <p>
          <Go href={`${at}/afspraken`}>{appointments.all}</Go>
        </p>
      ) : null}
      {coming.length > 0 ? (
        <ByMonth list={coming} />
      ) : (
        <EmptyState title={onlyNew ? appointments.noneNew : appointments.none}>{appointments.noneHint}</EmptyState>
      )}
      {lists.cancelled.length > 0 && !onlyNew ? (
        <section>
          <h2>{appointments.cancelledHeading}</h2>
          <AppointmentRows list={lists.cancelled} />
        </section>
      ) : null}
      <HowToChange mayAsk={mayAsk} />
      {lists.earlier.length > 0 && !onlyNew ? (
        <details className="print-open my-6">
          <summary className="min-h-11 py-2 font-semibold text-brand-text">
            {appointments.earlier(lists.earlier.length)}
          </summary>
          <AppointmentRows list={lists.earlier} />
        </details>
      ) : null}
    </>
  );
}

/** Making and cancelling happen elsewhere (G-05). */
export function HowToChange({ mayAsk }: { mayAsk: boolean }) {
  const { words, desk, language } = usePortalWords(texts);
  const { appointments } = words;
  return (
    <Card title={appointments.changeTitle}>
      <p>
        {mayAsk ? appointments.changeInside : appointments.change}{" "}
        {desk?.phone
          ? appointments.call(desk.phone.replaceAll(" ", "\u00a0"), desk.hours[language])
          : desk
            ? appointments.mailTo(desk.email)
            : null}
      </p>
    </Card>
  );
}
