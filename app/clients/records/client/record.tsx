import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lookAtRecord } from "#app/clients/records/read/record.server.ts";
import { requireReach } from "#app/platform/rights/reach.server.ts";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { HeldNotice } from "./held-notice.tsx";
import { MissingList } from "./missing-list.tsx";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";
import { askedOf } from "./record-asked.ts";
import { RecordFilter } from "./record-filter.tsx";
import { RecordView } from "./parts/record-view.tsx";
import { ShutNotice } from "#app/clients/frame/shut-notice.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const asked = askedOf(request.url);
  const look = await lookAtRecord(actor, environment, asked);
  return { asked, look, since: actor.previousSignInAt, general: environment.missing };
}

export const meta = titled("Zorgdossier", "Care record");

/** The client's record (G-04, G-06). */
export default function RecordPage() {
  const { asked, look, since, general } = useLoaderData<typeof loader>();
  const { words } = usePortalWords(texts);
  if (!look.open)
    return (
      <ClientPage title={words.record.title} current="record">
        <ShutNotice because={look.because} link={look.link} />
      </ClientPage>
    );
  const filtered = asked.kind !== null || asked.onlyNew || asked.search !== "";
  return (
    <ClientPage title={words.record.title} lead={words.record.lead(look.total)} current="record">
      {look.total > 0 ? <RecordFilter asked={asked} look={look} since={since} /> : null}
      {filtered ? <p role="status">{words.record.found(look.parts.length, look.total)}</p> : null}
      <HeldNotice held={look.held} />
      <RecordView look={look} filtered={filtered} />
      <MissingList general={general} parts={look.missing} />
    </ClientPage>
  );
}
