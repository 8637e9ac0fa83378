import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { handoverCode } from "#app/identity/handover.server.ts";
import { requireFresh, requirePractitioner } from "#app/rights/guards.server.ts";
import { parseForm, readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { Button } from "#app/ui/buttons.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { employeeOf } from "../employees/find.server.ts";
import { grantForm } from "../employees/form.ts";
import { changeGrant, withdrawGrant } from "../employees/grant.server.ts";
import { texts } from "../texts.ts";
import { InvitationCard } from "./invitation.tsx";
import { repeatInvitation, waitingInvitation } from "./repeat-invitation.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor } = await requirePractitioner(request);
  const found = await employeeOf(actor, params.id ?? "");
  return {
    invited: await waitingInvitation(actor, found),
    name: found.account?.name ?? "",
    email: found.account?.email ?? "",
    state: found.account?.state ?? "ended",
    needsHandover: found.account?.state === "invited" && !found.account.hasMobile,
    jobTitle: found.membership.jobTitle ?? "",
    practice: found.practice.name,
    reports: found.grants.some((grant) => grant.reports),
    patientDetails: found.grants.some((grant) => grant.patientDetails),
    endsOn: found.grants[0]?.endsOn ?? null,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor } = await requirePractitioner(request);
  const { membership } = await employeeOf(actor, params.id ?? "");
  const form = await readForm(request);
  if (form.get("act") === "withdraw") {
    await withdrawGrant(actor, membership);
    return redirect("/administratie?gedaan=ingetrokken", 303);
  }
  requireFresh(actor, `/administratie/medewerkers/${membership.id}`);
  const repeated = await repeatInvitation(actor, membership, form.get("act"));
  if (repeated) return { errors: {}, handover: repeated.code, repeated };
  if (form.get("act") === "handover") return { errors: {}, handover: await handoverCode(actor, membership.accountId) };
  const parsed = parseForm(grantForm, form);
  if (!parsed.ok) return data({ errors: parsed.errors, handover: null }, 422);
  await changeGrant(actor, membership, parsed.value);
  return redirect("/administratie?gedaan=aangepast", 303);
}

export const meta = titled("Medewerker", "Employee");

export default function Employee() {
  const person = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.employee;
  const errors: Record<string, string> = back?.errors ?? {};
  const said = (name: string) => (errors[name] ? all.errors.choose : undefined);
  const yesNo = [
    { value: "yes", label: all.form.yes },
    { value: "no", label: all.form.no },
  ];
  const yes = (on: boolean) => (on ? "yes" : "no");
  return (
    <ProfessionalPage title={`${words.title} ${person.name}`} current="admin">
      {back?.handover ? (
        <Notice kind="positive" title={back.handover}>
          {words.handoverCode}
        </Notice>
      ) : null}
      <DescriptionList
        items={[
          { term: all.form.email, value: person.email },
          { term: all.admin.jobTitle, value: person.jobTitle },
          { term: all.admin.practice, value: person.practice },
          { term: all.admin.state, value: all.admin.accountStates[person.state] },
        ]}
      />
      {person.invited ? (
        <InvitationCard invited={person.invited} back={back && "repeated" in back ? back.repeated : undefined} />
      ) : null}
      {person.needsHandover ? (
        <Card title={words.handover}>
          <p className="max-w-2xl">{words.handoverLead}</p>
          <form method="post" className="mt-5">
            <Button name="act" value="handover" look="secondary">
              {words.handoverMake}
            </Button>
          </form>
        </Card>
      ) : null}
      <Card title={words.change}>
        <form method="post">
          <ErrorSummary errors={Object.keys(errors).map((field) => ({ field, message: said(field) ?? "" }))} />
          <RadioGroup
            name="reports"
            legend={all.form.reports}
            hint={all.form.reportsHint}
            options={yesNo}
            defaultValue={yes(person.reports)}
            error={said("reports")}
          />
          <RadioGroup
            name="patientDetails"
            legend={all.form.patientDetails}
            hint={all.form.patientDetailsHint}
            options={yesNo}
            defaultValue={yes(person.patientDetails)}
            error={said("patientDetails")}
          />
          <TextField
            name="endsOn"
            type="date"
            width="half"
            label={all.form.endsOn}
            hint={all.form.endsOnHint}
            defaultValue={person.endsOn ?? ""}
          />
          <Button name="act" value="change">
            {words.save}
          </Button>
        </form>
      </Card>
      <Card title={words.why}>
        <div className="prose">
          <p>{words.because}</p>
          <p>{words.withdrawLead}</p>
        </div>
        <form method="post" className="mt-5">
          <Button name="act" value="withdraw" look="danger">
            {words.withdraw}
          </Button>
        </form>
      </Card>
    </ProfessionalPage>
  );
}
