import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireReach } from "#app/platform/rights/reach.server.ts";
import { About } from "#app/ui/about.tsx";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Notice } from "#app/ui/data.tsx";
import { titled } from "#app/ui/title.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireReach(request, params);
  // Reads nothing: whether the document is there and open is asked when it is taken.
  return { part: params.part ?? "" };
}

export const meta = titled("Is dit uw eigen apparaat?", "Is this your own device?");

/** What a download means on a device that others use too (G-07). */
export default function DownloadWarning() {
  const { part } = useLoaderData<typeof loader>();
  const { words, at } = usePortalWords(texts);
  const page = `${at}/zorgdossier/${part}`;
  return (
    <ClientPage title={words.warning.title} lead={words.warning.lead} current="record">
      <BackLink href={page}>{words.back.part}</BackLink>
      <Notice kind="warning" title={words.warning.title}>
        {words.warning.text}
      </Notice>
      <p className="mb-5">{words.warning.after}</p>
      <form method="post" action={`${page}/downloaden`} className="flex flex-wrap gap-3">
        <About />
        <Button>{words.warning.go}</Button>
        <ButtonLink href={page} look="secondary">
          {words.warning.stop}
        </ButtonLink>
      </form>
    </ClientPage>
  );
}
