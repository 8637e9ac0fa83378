import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lookAtAppointments } from "#app/clients/records/read/appointments.server.ts";
import { requireReach } from "#app/platform/rights/reach.server.ts";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { AppointmentsView } from "./parts/appointments-view.tsx";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";
import { ShutNotice } from "#app/clients/frame/shut-notice.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const look = await lookAtAppointments(actor, environment);
  const onlyNew = new URL(request.url).searchParams.get("nieuw") === "1";
  return { look, onlyNew, mayAsk: environment.switches.moveAppointment };
}

export const meta = titled("Afspraken", "Appointments");

/** Appointments to come, then earlier ones. Making happens elsewhere (G-05). */
export default function Appointments() {
  const { look, onlyNew, mayAsk } = useLoaderData<typeof loader>();
  const { words } = usePortalWords(texts);
  return (
    <ClientPage title={words.appointments.title} current="appointments">
      {look.open ? (
        <AppointmentsView lists={look.lists} onlyNew={onlyNew} mayAsk={mayAsk} />
      ) : (
        <ShutNotice because={look.because} link={look.link} />
      )}
    </ClientPage>
  );
}
