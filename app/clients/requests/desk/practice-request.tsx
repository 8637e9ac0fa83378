import { z } from "zod";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { versionIn } from "#app/platform/cases/version.ts";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { readAct } from "#app/shared/acts.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { mayBeEmpty, words as required } from "#app/shared/fields/words.ts";
import { noErrors, readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { CaseFrame } from "#app/ui/case-frame.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { DescriptionList } from "#app/ui/data.tsx";
import { formatBirthDate, formatDate, formatDateTime } from "#app/ui/format.ts";
import { formOf } from "#app/ui/form-of.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { texts as shared } from "#app/ui/texts.ts";
import { Course } from "#app/ui/timeline.tsx";
import { titled } from "#app/ui/title.ts";
import { answerAtPractice } from "../answer.server.ts";
import { lookAtRequest } from "../desk.server.ts";
import { AnswerForm } from "./practice-answer.tsx";
import { ContactTable } from "./contact-table.tsx";
import { texts } from "./practice-texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "staff");
  const one = await lookAtRequest(actor, "practice", params.id ?? "");
  return { environment: { id: environment.id, name: environment.name }, one };
}

const acts = { done: z.object({ answer: mayBeEmpty() }), declined: z.object({ answer: required() }) };

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "staff");
  const form = await readForm(request);
  const asked = readAct(form, acts);
  const { typed } = asked;
  if (!asked.ok) return data({ typed, errors: asked.errors, conflict: null }, 422);
  const on = { id: params.id ?? "", version: versionIn(form) };
  const conflict = await conflictIn(answerAtPractice(actor, on, asked.act, asked.value.answer));
  if (conflict) return data({ typed, errors: noErrors, conflict }, 409);
  return redirect(`/behandelaar/${environment.id}/wijzigingen`, 303);
}

export const meta = titled("Wijziging van een cliënt", "Change asked by a client");

/** One change: what the client asks, about what, and the answer. */
export default function Change() {
  const { environment, one } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language);
  const { facts } = words;
  const form = formOf(back, { long: pick(shared, language).tooLong }, { fields: { answer: words.answerMissing } });
  const { appointment, wish } = one;
  const about = appointment
    ? words.appointment(formatDateTime(appointment.startsAt, language), appointment.withWhom)
    : one.aboutId && facts.gone;
  const items = [
    { term: facts.client, value: one.name },
    { term: facts.birthDate, value: formatBirthDate(one.birthDate, language) },
    { term: facts.number, value: one.number },
    { term: facts.appointment, value: about },
    { term: facts.words, value: wish.text || null },
    { term: facts.state, value: words.states[one.state] },
    { term: facts.asked, value: formatDateTime(one.submittedAt, language) },
    { term: facts.due, value: one.state === "submitted" ? formatDate(one.dueOn, language) : null },
    { term: facts.answer, value: one.answer },
    { term: facts.by, value: one.decidedByName },
  ];
  return (
    <StaffPage title={words.kinds[one.kind]} current="changes" environment={environment} as="staff">
      <CaseFrame
        errors={form.summary}
        said={<Changed code={back?.conflict} typed={form.text("answer")} />}
        facts={
          <>
            <DescriptionList items={items.filter(({ value }) => value !== null)} />
            {wish.contact ? <ContactTable given={wish.contact} recorded={one.recorded} /> : null}
          </>
        }
        acts={one.state === "submitted" ? <AnswerForm kind={one.kind} version={one.version} form={form} /> : null}
        timeline={<Course lines={one.course} />}
        back={{ href: `/behandelaar/${environment.id}/wijzigingen`, label: words.back }}
      />
    </StaffPage>
  );
}
