import { z } from "zod";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { giveContact } from "#app/clients/requests/ask.server.ts";
import { lookAtContactRequests } from "#app/clients/requests/own.server.ts";
import { contactLines } from "#app/clients/requests/request.ts";
import { withdrawRequest } from "#app/clients/requests/withdraw.server.ts";
import { draftOf, dropDraft } from "#app/clients/accounts/drafts/draft.server.ts";
import { lookAtProfile } from "#app/clients/records/read/profile.server.ts";
import type { Environment } from "#app/platform/settings/environment.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { readFormAbout, requireReach } from "#app/platform/rights/reach.server.ts";
import { clientPlace } from "#app/shared/client-place.ts";
import { readAct } from "#app/shared/acts.ts";
import { conflictIn, NotFound } from "#app/shared/errors.ts";
import { reference } from "#app/shared/fields/words.ts";
import { typedIn } from "#app/shared/typed.ts";
import { pick } from "#app/shared/i18n.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { DraftNotice } from "#app/clients/frame/draft-notice.tsx";
import { usePortal } from "#app/clients/frame/places.ts";
import { AskedRequests } from "./asked.tsx";
import { ContactForm } from "./contact-form.tsx";
import { contactForm, isAsRecorded, recordedContact } from "./contact-lines.ts";
import { kept } from "./kept.ts";
import { texts } from "./practice-texts.ts";

const acts = { send: contactForm, withdraw: z.object({ change: reference }) };

async function recorded(actor: ClientActor, environment: Environment) {
  const look = await lookAtProfile(actor, environment);
  if (!look.open) throw new NotFound();
  return recordedContact(look.profile.contact);
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const look = await lookAtContactRequests(actor, environment);
  return { look, known: await recorded(actor, environment), draft: await draftOf(actor, "contact") };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const here = `${clientPlace(actor)}/profiel/wijzigen`;
  const asked = readAct(await readFormAbout(request, actor), acts, { absent: "send" });
  const { typed } = asked;
  const known = asked.act === "send" ? await recorded(actor, environment) : null;
  if (!asked.ok) return data({ errors: asked.errors, typed, conflict: null }, 422);
  if (asked.act === "send" && known && isAsRecorded(asked.value, known))
    return data({ errors: { street: "nothing" }, typed, conflict: null }, 422);
  const done =
    asked.act === "withdraw"
      ? withdrawRequest(actor, environment, "practice", asked.value.change)
      : giveContact(actor, environment, asked.value);
  const conflict = await conflictIn(done);
  if (conflict) return data({ errors: {}, typed, conflict }, 409);
  if (asked.act === "send") await dropDraft(actor, "contact");
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
      <Changed
        code={back?.conflict}
        typed={contactLines.map((name) => typedIn(back ?? { typed: {} }, name)).join("\n")}
      />
      <AskedRequests requests={look.requests} />
      {look.mayAsk && draft && !back ? <DraftNotice /> : null}
      {look.mayAsk ? <ContactForm answerBy={look.answerBy} known={known} back={back ?? kept(draft)} /> : null}
    </ClientPage>
  );
}
