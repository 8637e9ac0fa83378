import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { giveContact, withdrawChange } from "#app/clients/requests/changes/ask.server.ts";
import { lookAtContactChanges } from "#app/clients/requests/changes/own.server.ts";
import { draftOf, dropDraft } from "#app/clients/accounts/drafts/draft.server.ts";
import { lookAtProfile } from "#app/clients/records/read/profile.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { requireClient } from "#app/platform/rights/client-guards.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { parseForm, readForm, textOf } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { DraftNotice } from "#app/clients/frame/draft-notice.tsx";
import { usePortal } from "#app/clients/frame/places.ts";
import { AskedChanges } from "./asked.tsx";
import { ContactForm } from "./contact-form.tsx";
import { contactForm, recordedContact } from "./contact-lines.ts";
import { kept } from "./kept.ts";
import { texts } from "./texts.ts";

async function recorded(actor: ClientActor, environment: Environment) {
  const look = await lookAtProfile(actor, environment);
  if (!look.open) throw new NotFound();
  return recordedContact(look.profile.contact);
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireClient(request, params.environment);
  const look = await lookAtContactChanges(actor, environment);
  return { look, known: await recorded(actor, environment), draft: await draftOf(actor, "contact") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireClient(request, params.environment);
  const form = await readForm(request);
  const here = `/mijn/${environment.id}/profiel/wijzigen`;
  if (textOf(form, "act") === "withdraw") {
    await withdrawChange(actor, environment, textOf(form, "change"));
    return redirect(here, 303);
  }
  const known = await recorded(actor, environment);
  const parsed = parseForm(contactForm(known), form);
  if (!parsed.ok) return data({ errors: parsed.errors, typed: parsed.typed }, 422);
  await giveContact(actor, environment, parsed.value);
  await dropDraft(actor, "contact");
  return redirect(here, 303);
}

export const meta = titled("Contactgegevens doorgeven", "Give contact details");

/** The client gives own contact data (F9), and sees how far that is. */
export default function GiveContact() {
  const { look, known, draft } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, at } = usePortal();
  const words = pick(texts, language).contact;
  return (
    <ClientPage title={words.title} lead={words.lead} current="profile">
      <BackLink href={`${at}/profiel`}>{words.back}</BackLink>
      <AskedChanges changes={look.changes} />
      {look.mayAsk && draft && !back ? <DraftNotice /> : null}
      {look.mayAsk ? <ContactForm answerBy={look.answerBy} known={known} back={back ?? kept(draft)} /> : null}
    </ClientPage>
  );
}
