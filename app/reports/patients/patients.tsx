import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { Conflict, Limited } from "#app/shared/errors.ts";
import { readAct } from "#app/shared/acts.ts";
import { reference } from "#app/shared/fields/words.ts";
import { readForm } from "#app/shared/form.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { oncePerAnswer } from "#app/shared/request.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { EmptyState, Notice } from "#app/ui/data.tsx";
import { BackLink } from "#app/ui/back-link.tsx";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { portalTitle, shellOf } from "#app/ui/title.ts";
import { indicatorById } from "../definitions/catalogue.ts";
import { askedOf, listAddress } from "./asked.ts";
import { revealPatient } from "./look.server.ts";
import { openPatients } from "./open-patients.server.ts";
import { LOOK, patientsPage } from "./page.server.ts";
import { ReasonForm } from "./reason-form.tsx";
import { giveReason, reasonForm } from "./reason.server.ts";
import { texts } from "./texts.ts";
import { WorkList } from "./work-list-view.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const { actor, practice } = await requireReports(request, query.get("praktijk"));
  const at = openPatients(practice, params.indicator);
  const { id, name } = at.indicator;
  const page = await patientsPage(actor, at, query);
  return {
    id,
    name: name[actor.language ?? languageOf(request)],
    practice: query.get("praktijk") ? practice.agb : null,
    page,
  };
}

const reveal = z.object({ ref: reference });

export async function action({ request, params }: ActionFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const { actor, practice } = await requireReports(request, query.get("praktijk"));
  const at = openPatients(practice, params.indicator);
  const asked = askedOf(query, at.indicator);
  const here = listAddress({ indicatorId: at.indicator.id, practice: query.get("praktijk") }, asked);
  const form = readAct(await readForm(request), { reason: reasonForm, reveal });
  if (form.act === "reason") {
    if (!form.ok) return data({ errors: form.errors, typed: form.typed, limited: false }, 422);
    await giveReason(actor, at, form.value);
    return redirect(here, 303);
  }
  try {
    const look = await revealPatient(actor, at, asked, form.ok ? form.value.ref : "");
    // The page around the row is the same look: it is read and logged once.
    await oncePerAnswer(LOOK, () => Promise.resolve(look));
    return null;
  } catch (error) {
    if (error instanceof Limited) return data({ errors: {}, typed: {}, limited: true }, 429);
    if (error instanceof Conflict) return redirect(here, 303);
    throw error;
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: found, matches }) =>
  portalTitle(matches, pick(texts, shellOf(matches)?.language ?? "nl").title(found?.name ?? ""));

export default function Patients() {
  const { id, name, practice, page } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, demo } = useShell();
  const indicator = indicatorById(id)!;
  const words = pick(texts, language);
  const report = `/rapportages/${id}${practice ? `?praktijk=${practice}` : ""}`;
  return (
    <ProfessionalPage title={words.title(name)} lead={id} current="reports">
      <BackLink href={report}>{words.back}</BackLink>
      {demo ? <p className="mb-4 text-[0.9375rem] text-soft">{words.invented}</p> : null}
      {back?.limited ? (
        <Notice kind="warning" title={words.list.limited}>
          <p className="mb-3">{words.list.limitedHint}</p>
          <ButtonLink href={`/inloggen/opnieuw?terug=${encodeURIComponent(report.replace(id, `${id}/patienten`))}`}>
            {words.list.limitedButton}
          </ButtonLink>
        </Notice>
      ) : null}
      {page.kind === "none" ? <EmptyState title={words.none}>{words.noneHint}</EmptyState> : null}
      {page.kind === "reason" ? <ReasonForm errors={back?.errors ?? {}} typed={back?.typed ?? {}} /> : null}
      {page.kind === "list" ? <WorkList view={page.view} at={{ indicator, practice }} /> : null}
    </ProfessionalPage>
  );
}
