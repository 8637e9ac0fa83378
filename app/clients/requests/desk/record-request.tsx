import { z } from "zod";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { versionIn } from "#app/platform/cases/version.ts";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { type Act, nothing, readAct } from "#app/shared/acts.ts";
import type { StaffActor } from "#app/shared/actor.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { words as required } from "#app/shared/fields/words.ts";
import { noErrors, readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { CaseFrame } from "#app/ui/case-frame.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { DescriptionList, Notice } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { formOf } from "#app/ui/form-of.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { texts as shared } from "#app/ui/texts.ts";
import { Course } from "#app/ui/timeline.tsx";
import { titled } from "#app/ui/title.ts";
import { answerAboutRecord } from "../answer.server.ts";
import { lookAtRequest } from "../desk.server.ts";
import { isOpen } from "../kinds.ts";
import { AnswerForms } from "./record-answer.tsx";
import { texts } from "./record-texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "clinician");
  const one = await lookAtRequest(actor, "record", params.id ?? "");
  return { environment: { id: environment.id, name: environment.name }, one };
}

const acts = {
  take_up: nothing,
  grant: z.object({ answer: required() }),
  refuse: z.object({ answer: required() }),
  extend: z.object({ reason: required() }),
};

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "clinician");
  const id = params.id ?? "";
  const form = await readForm(request);
  const asked = readAct(form, acts);
  const { typed } = asked;
  if (!asked.ok) return data({ typed, errors: asked.errors, conflict: null }, 422);
  const conflict = await conflictIn(answer(actor, { id, version: versionIn(form) }, asked));
  if (conflict) return data({ typed, errors: noErrors, conflict }, 409);
  return redirect(`/behandelaar/${environment.id}/verzoeken/${id}`, 303);
}

type On = { id: string; version: number };

function answer(actor: StaffActor, on: On, asked: Extract<Act<typeof acts>, { ok: true }>): Promise<void> {
  if (asked.act === "take_up") return answerAboutRecord(actor, on, asked.act);
  const words = asked.act === "extend" ? asked.value.reason : asked.value.answer;
  return answerAboutRecord(actor, on, asked.act, words);
}

export const meta = titled("Verzoek van een cliënt", "Request of a client");

/** One request of an own client, and what can be done with it now. */
export default function ClientRequest() {
  const { environment, one } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language);
  const at = `/behandelaar/${environment.id}`;
  const fields = { answer: words.answerMissing, reason: words.answerMissing };
  const form = formOf(back, { long: pick(shared, language).tooLong }, { fields });
  const facts = [
    { term: words.request, value: words.kinds[one.kind] },
    { term: words.state, value: words.states[one.state] },
    { term: words.submitted, value: formatDate(one.submittedAt, language) },
    { term: words.due, value: formatDate(one.dueOn, language) },
    { term: words.passage, value: one.wish.passage },
    { term: words.wish, value: one.wish.text },
    { term: words.extendedReason, value: one.extendedReason },
    { term: words.answer, value: one.answer },
  ];
  return (
    <StaffPage title={`${words.request}: ${one.name}`} current="requests" environment={environment} as="clinician">
      <CaseFrame
        errors={form.summary}
        said={<Changed code={back?.conflict} typed={form.text("answer") ?? form.text("reason")} />}
        facts={
          <>
            <DescriptionList items={facts.filter(({ value }) => value !== null)} />
            {one.part === "same" ? null : (
              <Notice kind="info">{one.part === "gone" ? words.partGone : words.partChanged}</Notice>
            )}
            {one.part === "gone" ? null : (
              <p className="my-4">
                <a href={`${at}/clienten/${one.personId}/onderdelen/${one.aboutId}`}>{words.part}</a>
              </p>
            )}
          </>
        }
        acts={isOpen(one) ? <AnswerForms state={one.state} version={one.version} form={form} /> : null}
        timeline={<Course lines={one.course} />}
        back={{ href: `${at}/verzoeken`, label: words.back }}
      />
    </StaffPage>
  );
}
