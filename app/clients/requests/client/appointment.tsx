import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { askAboutAppointment } from "#app/clients/requests/ask.server.ts";
import { lookAtAppointmentRequests } from "#app/clients/requests/own.server.ts";
import { withdrawRequest } from "#app/clients/requests/withdraw.server.ts";
import { draftOf, dropDraft } from "#app/clients/accounts/drafts/draft.server.ts";
import { readFormAbout, requireReach } from "#app/platform/rights/reach.server.ts";
import { clientPlace } from "#app/shared/client-place.ts";
import { readAct } from "#app/shared/acts.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { mayBeEmpty, reference } from "#app/shared/fields/words.ts";
import { typedIn } from "#app/shared/typed.ts";
import { pick } from "#app/shared/i18n.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Notice } from "#app/ui/data.tsx";
import { formatDateTime } from "#app/ui/format.ts";
import { titled } from "#app/ui/title.ts";
import { DraftNotice } from "#app/clients/frame/draft-notice.tsx";
import { usePortal } from "#app/clients/frame/places.ts";
import { AppointmentForm } from "./appointment-form.tsx";
import { AskedRequests } from "./asked.tsx";
import { kept } from "./kept.ts";
import { texts } from "./practice-texts.ts";

const acts = {
  send: z
    .object({ kind: z.enum(["move", "cancel"], "required"), text: mayBeEmpty(2_000) })
    .refine(({ kind, text }) => kind === "cancel" || text !== "", { path: ["text"], message: "required" }),
  withdraw: z.object({ change: reference }),
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const { appointment = "" } = params;
  const look = await lookAtAppointmentRequests(actor, environment, appointment);
  return { look, appointment, draft: await draftOf(actor, `appointment:${appointment}`) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const { appointment = "" } = params;
  const here = `${clientPlace(actor)}/afspraken/${appointment}/wijzigen`;
  const asked = readAct(await readFormAbout(request, actor), acts, { absent: "send" });
  const { typed } = asked;
  // Whose appointment it is, and whether it can be asked, is said before what is wrong with the form.
  if (!asked.ok) {
    await lookAtAppointmentRequests(actor, environment, appointment);
    return data({ errors: asked.errors, typed, conflict: null }, 422);
  }
  const done =
    asked.act === "withdraw"
      ? withdrawRequest(actor, environment, "practice", asked.value.change)
      : askAboutAppointment(actor, environment, appointment, asked.value);
  const conflict = await conflictIn(done);
  if (conflict) return data({ errors: {}, typed, conflict }, 409);
  if (asked.act === "send") await dropDraft(actor, `appointment:${appointment}`);
  return redirect(here, 303);
}

export const meta = titled("Afspraak verzetten of afzeggen", "Move or cancel an appointment");

/** Asks the practice to move or cancel an appointment (G2), and tells how far that is. */
export default function ChangeAppointment() {
  const { look, appointment, draft } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, at, desk } = usePortal();
  const words = pick(texts, language).appointment;
  const waits = look.requests.some(({ state }) => state === "submitted");
  return (
    <ClientPage title={words.title} lead={words.lead(formatDateTime(look.startsAt, language))} current="appointments">
      <BackLink href={`${at}/afspraken/${appointment}`}>{words.back}</BackLink>
      <Changed code={back?.conflict} typed={back ? typedIn(back, "text") : undefined} />
      <AskedRequests requests={look.requests} />
      {look.mayAsk && draft && !back ? <DraftNotice /> : null}
      {look.mayAsk ? <AppointmentForm id={appointment} answerBy={look.answerBy} back={back ?? kept(draft)} /> : null}
      {look.mayAsk || waits ? null : (
        <Notice kind="info" title={words.soon}>
          {words.soonText} {desk?.phoneLink ? <a href={desk.phoneLink}>{desk.phone}</a> : null}
        </Notice>
      )}
    </ClientPage>
  );
}
