import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lookAtOwnRequests } from "#app/clients/requests/own.server.ts";
import { requireReach } from "#app/platform/rights/reach.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Card, EmptyState } from "#app/ui/data.tsx";
import { titled } from "#app/ui/title.ts";
import { usePortal } from "#app/clients/frame/places.ts";
import { ShutNotice } from "#app/clients/frame/shut-notice.tsx";
import { saidState } from "./said-state.ts";
import { texts } from "./record-texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  return { look: await lookAtOwnRequests(actor, environment), today: today() };
}

export const meta = titled("Mijn verzoeken", "My requests");

/** What the client asked about the record, and how far it is (G8). */
export default function OwnRequests() {
  const { look, today: day } = useLoaderData<typeof loader>();
  const { language, at } = usePortal();
  const words = pick(texts, language);
  if (!look.open)
    return (
      <ClientPage title={words.title} current="requests">
        <ShutNotice because={look.because} link={look.link} />
      </ClientPage>
    );
  return (
    <ClientPage title={words.title} lead={words.lead} current="requests">
      {look.requests.length === 0 ? <EmptyState title={words.none}>{words.noneText}</EmptyState> : null}
      {look.requests.map((one) => (
        <Card key={one.id}>
          <p className="font-semibold">
            <a href={`${at}/verzoeken/${one.id}`}>{words.kinds[one.kind]?.[0]}</a>
          </p>
          {saidState(one, day, language).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Card>
      ))}
      <ButtonLink href={`${at}/zorgdossier`} look="secondary">
        {words.toRecord}
      </ButtonLink>
    </ClientPage>
  );
}
