import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lookAtAppointment, type WholeAppointment } from "#app/clients/records/read/appointments.server.ts";
import { requireReach } from "#app/platform/rights/reach.server.ts";
import { now } from "#app/shared/clock.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { formatDate, formatTime } from "#app/ui/format.ts";
import { titled } from "#app/ui/title.ts";
import { latestRequest } from "#app/clients/requests/latest.server.ts";
import { HowToChange } from "./parts/appointments-view.tsx";
import { BackLink } from "#app/ui/back-link.tsx";
import { RequestCard } from "#app/clients/requests/client/parts/request-card.tsx";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const appointment = await lookAtAppointment(actor, environment, params.appointment);
  const { moveAppointment } = environment.switches;
  const latest = await latestRequest(actor, environment, appointment.id);
  return { appointment, latest, mayAsk: moveAppointment && !appointment.cancelled && appointment.startsAt > now() };
}

export const meta = titled("Afspraak", "Appointment");

/** One appointment: when, with whom, where, how to prepare. */
export default function Appointment() {
  const { appointment, latest, mayAsk } = useLoaderData<typeof loader>();
  const { words, at, language } = usePortalWords(texts);
  const { id, startsAt, cancelled, content } = appointment;
  return (
    <ClientPage title={formatDate(startsAt, language)} current="appointments">
      <BackLink href={`${at}/afspraken`}>{words.back.appointments}</BackLink>
      {cancelled ? <Notice kind="negative" title={words.appointments.cancelled} /> : null}
      <Facts appointment={appointment} />
      {content?.preparation ? (
        <Card title={words.appointments.preparation}>
          <p className="whitespace-pre-line">{content.preparation}</p>
        </Card>
      ) : null}
      {content?.address ? (
        <Card title={words.appointments.route}>
          <p className="font-medium">{[content.location, content.address].filter(Boolean).join(", ")}</p>
          <p className="text-soft">{words.appointments.routeHint}</p>
        </Card>
      ) : null}
      <div className="no-print my-6">
        <ButtonLink href={`${at}/afspraken/${id}/agenda.ics`} look="secondary">
          {words.appointments.calendar}
        </ButtonLink>
        <p className="mt-2 text-soft">{words.appointments.calendarHint}</p>
      </div>
      {mayAsk || latest ? (
        <RequestCard href={`${at}/afspraken/${id}/wijzigen`} latest={latest} />
      ) : (
        <HowToChange mayAsk={false} />
      )}
    </ClientPage>
  );
}

function Facts({ appointment: { startsAt, minutes, content } }: { appointment: WholeAppointment }) {
  const { words, language } = usePortalWords(texts);
  const { facts } = words.appointments;
  const when = `${formatDate(startsAt, language)} ${words.appointments.at(formatTime(startsAt, language))}`;
  const length = minutes === null ? words.appointments.unknownLength : words.appointments.minutes(minutes);
  const always = [
    { term: facts.when, value: when },
    { term: facts.length, value: length },
  ];
  if (!content)
    return (
      <>
        <DescriptionList items={always} />
        <Notice kind="warning" title={words.unreadable}>
          {words.unreadableHint}
        </Notice>
      </>
    );
  return (
    <DescriptionList
      items={[
        ...always,
        { term: facts.what, value: content.kind },
        { term: facts.who, value: content.withWhom },
        { term: facts.how, value: words.appointments.how[content.how] },
        ...(content.location ? [{ term: facts.where, value: content.location }] : []),
      ]}
    />
  );
}
