import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { latestRequest } from "#app/clients/requests/latest.server.ts";
import { lookAtProfile } from "#app/clients/records/read/profile.server.ts";
import { requireReach } from "#app/platform/rights/reach.server.ts";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";
import { ProfileView } from "./parts/profile-view.tsx";
import { ShutNotice } from "#app/clients/frame/shut-notice.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const look = await lookAtProfile(actor, environment);
  const latest = look.open ? await latestRequest(actor, environment, null) : null;
  return { look, latest, ownContact: environment.switches.ownContact };
}

export const meta = titled("Profiel", "Profile");

/** The client's own data, to read (G-08). */
export default function ProfilePage() {
  const { look, latest, ownContact } = useLoaderData<typeof loader>();
  const { words } = usePortalWords(texts);
  return (
    <ClientPage title={words.profile.title} lead={words.profile.lead} current="profile">
      {look.open ? (
        <ProfileView profile={look.profile} ownContact={ownContact} latest={latest} />
      ) : (
        <ShutNotice because={look.because} link={look.link} />
      )}
    </ClientPage>
  );
}
