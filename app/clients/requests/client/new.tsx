import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { draftOf, dropDraft } from "#app/clients/accounts/drafts/draft.server.ts";
import { askAboutPart } from "#app/clients/requests/ask.server.ts";
import { kindsOf } from "#app/clients/requests/kinds.ts";
import { lookAtPart } from "#app/clients/records/read/part.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { readFormAbout, requireReach } from "#app/platform/rights/reach.server.ts";
import { clientPlace } from "#app/shared/client-place.ts";
import { readAct } from "#app/shared/acts.ts";
import { mayBeEmpty, words as required } from "#app/shared/fields/words.ts";
import { pick } from "#app/shared/i18n.ts";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { DraftNotice } from "#app/clients/frame/draft-notice.tsx";
import { usePortal } from "#app/clients/frame/places.ts";
import { Preview, RequestForm } from "./form.tsx";
import { texts } from "./record-texts.ts";

const fields = z.object({
  kind: z.enum(kindsOf("record"), "required"),
  paragraphs: z.array(z.string().max(4)).max(500),
  typed: mayBeEmpty().default(""),
  wish: required(),
  version: z.string().max(10).default(""),
});
const acts = { preview: fields, change: fields, send: fields };

async function partFor(request: Request, actor: ClientActor, environment: Environment) {
  const { searchParams } = new URL(request.url);
  const { id, title, text, version } = await lookAtPart(actor, environment, searchParams.get("onderdeel") ?? "");
  const paragraphs = (text ?? "")
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
  return { kind: searchParams.get("soort"), part: { id, version, title: title ?? "", paragraphs } };
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const { part, kind } = await partFor(request, actor, environment);
  return { part, kind, draft: await draftOf(actor, `request:${part.id}`) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const parsed = readAct(await readFormAbout(request, actor), acts, { absent: "preview" });
  const { part } = await partFor(request, actor, environment);
  if (!parsed.ok) return data({ errors: parsed.errors, typed: parsed.typed, preview: null }, 422);
  const { kind, paragraphs, typed, wish } = parsed.value;
  const { act } = parsed;
  // What was chosen by its place is chosen of the text that was read, and of no other.
  if (parsed.value.version !== "" && parsed.value.version !== String(part.version))
    return data({ errors: { paragraphs: "changed" }, typed: { ...parsed.typed, paragraphs: [] }, preview: null }, 409);
  const marked = part.paragraphs.filter((_, at) => paragraphs.includes(String(at)));
  const passage = [...marked, typed].filter(Boolean).join("\n\n");
  if (act !== "send") {
    const preview = act === "change" ? null : { kind, passage, wish };
    return data({ errors: {}, typed: parsed.typed, preview });
  }
  const id = await askAboutPart(actor, environment, { partId: part.id, version: part.version, kind, passage, wish });
  await dropDraft(actor, `request:${part.id}`);
  return redirect(`${clientPlace(actor)}/verzoeken/${id}`, 303);
}

export const meta = titled("Er klopt iets niet", "Something is wrong");

/** Asks for something about a part of the record: fill in, read what will happen, send. */
export default function NewRequest() {
  const { part, kind, draft } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = usePortal();
  const words = pick(texts, language);
  const typed = back?.typed ?? draft ?? (kind ? { kind } : {});
  return (
    <ClientPage
      title={back?.preview ? words.previewTitle : words.newTitle}
      lead={words.about(part.title)}
      current="requests"
    >
      {back?.preview ? (
        <Preview preview={back.preview} typed={typed} />
      ) : (
        <>
          {draft && !back ? <DraftNotice /> : null}
          <RequestForm part={part} typed={typed} errors={back?.errors ?? {}} />
        </>
      )}
    </ClientPage>
  );
}
