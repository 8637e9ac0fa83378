import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { tourOf } from "#app/clients/accounts/tour.server.ts";
import { lookAtOverview } from "#app/clients/records/read/overview.server.ts";
import { requireReach } from "#app/platform/rights/reach.server.ts";
import { dutchHour, now } from "#app/shared/clock.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { HomeView } from "./home-view.tsx";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";
import { ShutNotice } from "#app/clients/frame/shut-notice.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const overview = await lookAtOverview(actor, environment);
  const hour = dutchHour(now());
  const when = (["night", "morning", "afternoon", "evening"] as const)[Math.floor(hour / 6)]!;
  return { overview, name: actor.name, when, since: actor.previousSignInAt, tour: await tourOf(actor) };
}

export const meta = titled("Overzicht", "Overview");

/** The front page of a client. */
export default function Home() {
  const { overview, name, when, since, tour } = useLoaderData<typeof loader>();
  const { words, at, own } = usePortalWords(texts);
  const { parts, link } = overview;
  return (
    <ClientPage title={words.home.hello(when, name)} current="home">
      {tour.done || at !== own ? null : (
        <Notice kind="info" title={words.home.tourTitle}>
          <p>{words.home.tourText}</p>
          <p className="mt-2">
            <ButtonLink href={`${own}/rondleiding`} look="secondary">
              {tour.step === null ? words.home.tourStart : words.home.tourResume}
            </ButtonLink>
          </p>
        </Notice>
      )}
      <HomeView overview={overview} since={since} />
      {"because" in parts ? <ShutNotice because={parts.because} link={link} /> : null}
    </ClientPage>
  );
}
