import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { lookAtPart } from "#app/clients/records/read/part.server.ts";
import { requireReach } from "#app/platform/rights/reach.server.ts";
import { languageOf } from "#app/shared/i18n.ts";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { termsIn } from "./glossary.ts";
import { flatLetter, sayLetter } from "#app/clients/records/documents/letter/say-letter.ts";
import { PartView } from "./parts/part-view.tsx";
import { usePortalWords } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const { version: _, ...part } = await lookAtPart(actor, environment, params.part);
  const language = actor.language ?? languageOf(request);
  const letter = part.document?.letter;
  if (!part.document || !letter || letter.html === null) return { part, terms: termsIn(part.text ?? "", language) };
  const said = { ...letter, html: sayLetter(letter.html, language) };
  return {
    part: { ...part, document: { ...part.document, letter: said } },
    terms: termsIn(flatLetter(letter.html), language),
  };
}

// Its own title stays out of the history of the browser, which others may see.
export const meta = titled("Onderdeel van uw zorgdossier", "Part of your care record");

/** One part of the client's record. */
export default function PartPage() {
  const { part, terms } = useLoaderData<typeof loader>();
  const { words, at } = usePortalWords(texts);
  return (
    <ClientPage title={part.title ?? words.part.title} current="record">
      <BackLink href={`${at}/zorgdossier`}>{words.back.record}</BackLink>
      <PartView part={part} terms={terms} />
    </ClientPage>
  );
}
