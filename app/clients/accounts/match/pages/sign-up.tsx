import { z } from "zod";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { versionIn } from "#app/platform/cases/version.ts";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { nothing, readAct } from "#app/shared/acts.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { listOf, noErrors, readForm, textOf } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { fullName } from "#app/shared/person-name.ts";
import { CaseFrame } from "#app/ui/case-frame.tsx";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { formOf } from "#app/ui/form-of.ts";
import { formatBirthDate, formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { Course } from "#app/ui/timeline.tsx";
import { titled } from "#app/ui/title.ts";
import { ageRule } from "#app/platform/doors/owners/own-door.ts";
import { acceptSignUp, refuseSignUp } from "../decide.server.ts";
import { differences } from "../differs.ts";
import { signUpWithCandidates } from "../find.server.ts";
import { reasons } from "../reasons.ts";
import { shownCandidate } from "../shown.server.ts";
import { texts } from "../texts.ts";
import { Candidates } from "./candidate.tsx";
import { RefuseForm } from "./refuse-form.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "staff");
  const { account, candidates, course } = await signUpWithCandidates(actor, params.id ?? "");
  return {
    environment: { id: environment.id, name: environment.name },
    state: account.state,
    version: account.version,
    refusedReason: account.refusedReason,
    name: fullName(account),
    birthDate: account.birthDate ?? "",
    email: account.email ?? "",
    at: account.createdAt.toISOString(),
    course,
    candidates: candidates.map((one) => shownCandidate(one, account)),
    ...ageRule(account.birthDate ?? "", today()),
  };
}

const acts = { accept: nothing, refuse: z.object({ reason: z.enum(reasons, "required") }) };

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "staff");
  const form = await readForm(request);
  const asked = readAct(form, acts);
  const id = params.id ?? "";
  const on = { id, version: versionIn(form) };
  const person = textOf(form, "person");
  const checked = differences.filter((one) => listOf(form, `checked-${person}`).includes(one));
  const back = { errors: noErrors, typed: { [`checked-${person}`]: checked }, conflict: null };
  try {
    if (asked.act === "accept") {
      await acceptSignUp(actor, on, person, checked);
      return redirect(`/behandelaar/${environment.id}/accounts/${id}?gedaan=gekoppeld`, 303);
    }
    if (!asked.ok) return data({ ...back, errors: asked.errors }, 422);
    await refuseSignUp(actor, on, asked.value.reason);
  } catch (error) {
    if (error instanceof Invalid) return data({ ...back, errors: { [`checked-${person}`]: "unchecked" } }, 422);
    if (error instanceof Conflict) return data({ ...back, conflict: error.code }, 409);
    throw error;
  }
  return redirect(`/behandelaar/${environment.id}/aanmeldingen`, 303);
}

export const meta = titled("Aanmelding", "Sign-up");

export default function SignUp() {
  const one = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language);
  const { environment } = one;
  const waits = one.state === "signed_up";
  const form = formOf(back, { unchecked: words.unchecked }, { fields: { reason: words.reasonMissing } });
  const conflict = back?.conflict ? (words.conflicts[back.conflict] ?? words.conflicts.state_changed) : undefined;
  const reason = one.refusedReason ? words.reasons[one.refusedReason] : undefined;
  return (
    <StaffPage title={`${words.title}: ${one.name}`} current="sign_ups" environment={environment} as="staff">
      <CaseFrame
        errors={form.summary}
        said={
          <>
            {conflict ? <Notice kind="warning" title={conflict} /> : null}
            {waits ? null : (
              <Notice kind="info" title={words.states[one.state]}>
                {reason}
              </Notice>
            )}
          </>
        }
        facts={
          <>
            <Card title={words.typed}>
              <DescriptionList
                items={[
                  { term: words.name, value: one.name },
                  { term: words.birthDate, value: formatBirthDate(one.birthDate, language) },
                  { term: words.age, value: one.age === null ? words.unknown : words.years(one.age) },
                  { term: words.email, value: one.email },
                  { term: words.at, value: formatDateTime(one.at, language) },
                ]}
              />
            </Card>
            {waits ? <Candidates one={one} form={form} /> : null}
          </>
        }
        acts={waits ? <RefuseForm version={one.version} form={form} /> : null}
        timeline={<Course lines={one.course} />}
        back={{ href: `/behandelaar/${environment.id}/aanmeldingen`, label: words.back }}
      />
    </StaffPage>
  );
}
