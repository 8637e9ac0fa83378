import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { dueNow } from "#app/platform/cases/step.server.ts";
import type { EmployeeRequestState } from "#db/schema/practices.ts";
import { accountAt, accountName } from "#app/platform/doors/names.server.ts";
import { employeeCourse, employeeRequest } from "#app/professionals/practices/employees/find.server.ts";
import { groupWords } from "#app/professionals/practices/group-words.ts";
import { texts } from "#app/professionals/practices/texts.ts";
import { practiceRights } from "#app/platform/rights/evaluate.server.ts";
import { requireAgent } from "#app/platform/rights/guards.server.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { CaseFrame } from "#app/ui/case-frame.tsx";
import { formOf } from "#app/ui/form-of.ts";
import { formatDate } from "#app/ui/format.ts";
import { DeskPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { Course } from "#app/ui/timeline.tsx";
import { texts as shared } from "#app/ui/texts.ts";
import { titled } from "#app/ui/title.ts";
import { EmployeeAct } from "./employee-act.tsx";
import { actOnEmployee } from "./employee-act.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAgent(request);
  const { request: one, practice } = await employeeRequest(params.id ?? "");
  const by = await accountName(one.requestedBy);
  const known = await accountAt(one.email);
  const rights = await practiceRights(one.requestedBy);
  const { number, state, firstName, lastName, jobTitle, email, reason, question, answer } = one;
  return {
    ...{ number, state, jobTitle, email, reason, question, answer, version: one.version },
    promiseOn: dueNow(one.promiseOn, one.pausedOn),
    name: `${firstName} ${lastName}`,
    hasMobile: one.mobile !== null,
    known: known && known.state !== "ended" ? ((await accountName(known.id))?.name ?? null) : null,
    reportGroups: one.reportGroups,
    reports: one.reports,
    patientDetails: one.patientDetails,
    practice: `${practice.name} (${practice.agb})`,
    requestedBy: by?.name ?? "",
    course: await employeeCourse(one.id),
    stands: rights.some((right) => right.practiceId === practice.id && right.authorizationIds.length > 0),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAgent(request);
  const id = params.id ?? "";
  const answer = await actOnEmployee(actor, id, await readForm(request));
  if (!answer) return redirect(`/servicedesk/medewerkers/${id}`, 303);
  return data(answer, answer.conflict ? 409 : 422);
}

export const meta = titled("Aanvraag medewerker", "Request for an employee");

/** What the desk can do in each state, the next step first. */
const ACTS: Partial<Record<EmployeeRequestState, ("take_up" | "approve" | "ask" | "reject")[]>> = {
  submitted: ["take_up"],
  in_review: ["approve", "ask", "reject"],
  info_requested: ["reject"],
};

export default function EmployeeCase() {
  const one = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const all = pick(texts, language);
  const words = all.desk;
  const said = { required: all.errors.required, long: pick(shared, language).tooLong };
  const form = (act: string) => formOf(back?.act === act ? back : null, said, { prefix: `${act}-` });
  const acts = ACTS[one.state] ?? [];
  const yesNo = (on: boolean) => (on ? words.reportsYes : words.reportsNo);
  return (
    <DeskPage title={`${words.title} ${one.number}`}>
      <CaseFrame
        errors={form(back?.act ?? "").summary}
        said={
          <>
            <Changed
              code={back?.conflict}
              title={words.conflictTitle}
              words={words.conflict}
              typed={form(back?.act ?? "").text("words")}
            />
            {one.question ? (
              <Notice kind="info" title={one.question}>
                {one.answer ?? words.waiting}
              </Notice>
            ) : null}
            {one.reason ? (
              <Notice kind="negative" title={all.admin.states.rejected}>
                {one.reason}
              </Notice>
            ) : null}
          </>
        }
        facts={
          <Card>
            <DescriptionList
              items={[
                { term: words.requestedBy, value: one.requestedBy },
                { term: all.admin.practice, value: one.practice },
                { term: words.authorization, value: one.stands ? words.authorizationGood : words.authorizationFallen },
                { term: all.admin.name, value: one.name },
                { term: all.admin.jobTitle, value: one.jobTitle },
                { term: all.form.email, value: one.email },
                { term: words.knownAccount, value: one.known ?? words.knownNone },
                { term: all.form.mobile, value: one.hasMobile ? words.mobileKnown : words.mobileNone },
                { term: all.form.reports, value: yesNo(one.reports) },
                { term: all.form.patientDetails, value: yesNo(one.patientDetails) },
                { term: all.employee.groups, value: groupWords(one.reportGroups, language) },
                { term: all.admin.promise, value: formatDate(one.promiseOn, language) },
                { term: all.admin.state, value: all.admin.states[one.state] },
              ]}
            />
          </Card>
        }
        acts={
          acts.length > 0 ? acts.map((act) => <EmployeeAct key={act} act={act} one={one} form={form(act)} />) : null
        }
        timeline={<Course lines={one.course} />}
        back={{ href: "/servicedesk", label: words.back }}
      />
    </DeskPage>
  );
}
