import { z } from "zod";
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { versionIn } from "#app/platform/cases/version.ts";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { nothing as bare, readAct } from "#app/shared/acts.ts";
import { Conflict, Invalid } from "#app/shared/errors.ts";
import { listOf, readForm, textOf } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { fullName } from "#app/shared/person-name.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card, DescriptionList, EmptyState, Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { RadioGroup } from "#app/ui/fields.tsx";
import { formatBirthDate, formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { ageRule } from "#app/platform/doors/owners/own-door.ts";
import { acceptSignUp, refuseSignUp } from "../decide.server.ts";
import { differences } from "../differs.ts";
import { signUpWithCandidates } from "../find.server.ts";
import { reasons } from "../reasons.ts";
import { shownCandidate } from "../shown.server.ts";
import { texts } from "../texts.ts";
import { CandidateCard } from "./candidate.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "staff");
  const { account, candidates } = await signUpWithCandidates(actor, params.id ?? "");
  return {
    environment: { id: environment.id, name: environment.name },
    state: account.state,
    version: account.version,
    refusedReason: account.refusedReason,
    name: fullName(account),
    birthDate: account.birthDate ?? "",
    email: account.email ?? "",
    at: account.createdAt.toISOString(),
    candidates: candidates.map((one) => shownCandidate(one, account)),
    ...ageRule(account.birthDate ?? "", today()),
  };
}

const acts = { accept: bare, refuse: z.object({ reason: z.enum(reasons, "required") }) };

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "staff");
  const form = await readForm(request);
  const asked = readAct(form, acts);
  const id = params.id ?? "";
  const on = { id, version: versionIn(form) };
  const person = textOf(form, "person");
  const checked = differences.filter((one) => listOf(form, `checked-${person}`).includes(one));
  const nothing = { missing: false, conflict: null, unchecked: null, checked };
  try {
    if (asked.act === "accept") {
      await acceptSignUp(actor, on, person, checked);
      return redirect(`/behandelaar/${environment.id}/accounts/${id}?gedaan=gekoppeld`, 303);
    }
    if (!asked.ok) return data({ ...nothing, missing: true }, 422);
    await refuseSignUp(actor, on, asked.value.reason);
  } catch (error) {
    if (error instanceof Invalid) return data({ ...nothing, unchecked: person }, 422);
    if (error instanceof Conflict) return data({ ...nothing, conflict: error.code }, 409);
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
  const { environment, candidates } = one;
  const missing = back?.missing ? words.reasonMissing : undefined;
  const conflict = back?.conflict ? (words.conflicts[back.conflict] ?? words.conflicts.state_changed) : undefined;
  const reason = one.refusedReason ? words.reasons[one.refusedReason] : undefined;
  return (
    <StaffPage title={`${words.title}: ${one.name}`} current="sign_ups" environment={environment} as="staff">
      {conflict ? <Notice kind="warning" title={conflict} /> : null}
      {missing ? <ErrorSummary errors={[{ field: "reason", message: missing }]} /> : null}
      {back?.unchecked ? (
        <ErrorSummary errors={[{ field: `checked-${back.unchecked}`, message: words.unchecked }]} />
      ) : null}
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
      {one.state === "signed_up" ? (
        <>
          {one.rule === "child" ? <Notice kind="warning">{words.ageRules.child}</Notice> : null}
          <h2>{words.candidates}</h2>
          {candidates.length === 0 ? (
            <EmptyState title={words.none}>{words.noneText}</EmptyState>
          ) : (
            <p className="max-w-3xl">{words.candidatesLead}</p>
          )}
          <div className="grid gap-x-6 xl:grid-cols-2">
            {candidates.map((candidate) => (
              <CandidateCard
                key={candidate.personId}
                one={candidate}
                version={one.version}
                unchecked={back?.unchecked === candidate.personId}
                typed={back?.unchecked === candidate.personId ? back.checked : []}
              />
            ))}
          </div>
          <Card title={words.refuseTitle}>
            <form method="post">
              <input type="hidden" name="version" value={one.version} />
              <RadioGroup
                name="reason"
                legend={words.reason}
                hint={words.reasonHint}
                error={missing}
                options={reasons.map((value) => ({ value, label: words.reasons[value] ?? value }))}
              />
              <Button name="act" value="refuse" look="danger">
                {words.refuse}
              </Button>
            </form>
          </Card>
        </>
      ) : (
        <Notice kind="info" title={words.states[one.state]}>
          {reason}
        </Notice>
      )}
      <p className="mt-6">
        <a href={`/behandelaar/${environment.id}/aanmeldingen`}>{words.back}</a>
      </p>
    </StaffPage>
  );
}
