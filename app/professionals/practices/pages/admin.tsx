import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { data as answer, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { PracticeRights } from "#app/shared/actor.ts";
import { dueNow } from "#app/platform/cases/step.server.ts";
import { versionIn } from "#app/platform/cases/version.ts";
import { requirePractitioner } from "#app/platform/rights/guards.server.ts";
import { readAct } from "#app/shared/acts.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { reference, words } from "#app/shared/fields/words.ts";
import { readForm, typedIn } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { DataTable, EmptyState, Notice } from "#app/ui/data.tsx";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { formatDate } from "#app/ui/format.ts";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { answerAboutEmployee, cancelEmployee } from "../employees/decide.server.ts";
import { employeesOf, requestsOf } from "../employees/find.server.ts";
import { texts } from "../texts.ts";
import { Questions, Requests } from "./asked.tsx";
import { groupWords, namesTogether, rightWords } from "../group-words.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const { actor, practices } = await requirePractitioner(request);
  const query = new URL(request.url).searchParams;
  const [people, requests] = await Promise.all([employeesOf(actor), requestsOf(actor)]);
  return {
    several: practices.length > 1,
    mayAsk: practices.some((practice) => practice.authorizationIds.length > 0),
    done: query.get("gedaan"),
    number: query.get("nummer"),
    employees: people.map(({ membership, practice, account, given, now }) => ({
      id: membership.id,
      name: account?.name ?? "",
      state: account?.state ?? "ended",
      jobTitle: membership.jobTitle ?? "",
      practice: practice.name,
      ...{ reports: now.reports, patientDetails: now.patientDetails, reportGroups: now.reportGroups },
      through: given.filter((one) => one.standing === "works").map(({ own, by }) => ({ own, by })),
    })),
    requests: requests.map(({ request: one, practice, by }) => ({
      id: one.id,
      number: one.number,
      name: `${one.firstName} ${one.lastName}`,
      practice: practice.name,
      state: one.state,
      version: one.version,
      promiseOn: dueNow(one.promiseOn, one.pausedOn),
      mine: one.requestedBy === actor.accountId,
      by,
      question: one.state === "info_requested" ? one.question : null,
      reason: one.state === "rejected" ? one.reason : null,
    })),
  };
}

const acts = {
  answer: z.object({ id: reference, answer: words(2_000) }),
  cancel: z.object({ id: reference }),
};

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requirePractitioner(request);
  const form = await readForm(request);
  const asked = readAct(form, acts);
  const back = { id: typedIn(asked, "id"), typed: typedIn(asked, "answer") };
  if (!asked.ok) return answer({ ...back, error: asked.errors.answer ?? "required", conflict: null }, 422);
  const done =
    asked.act === "cancel"
      ? cancelEmployee(actor, { id: asked.value.id })
      : answerAboutEmployee(actor, { id: asked.value.id, version: versionIn(form) }, asked.value.answer);
  const conflict = await conflictIn(done);
  if (conflict) return answer({ ...back, error: null, conflict }, 409);
  return redirect("/administratie", 303);
}

export const meta = titled("Administratie", "Administration");

export default function Admin() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).admin;
  const asked = data.requests.find((one) => one.number === data.number);
  return (
    <ProfessionalPage
      title={words.title}
      lead={words.lead}
      current="admin"
      action={data.mayAsk ? <ButtonLink href="/administratie/account-aanvragen">{words.ask}</ButtonLink> : null}
    >
      <Changed code={refused?.conflict} typed={refused?.typed} />
      {asked ? (
        <Notice kind="positive">{words.asked(asked.number, formatDate(asked.promiseOn, language))}</Notice>
      ) : null}
      {data.done === "aangepast" ? <Notice kind="positive">{words.changed}</Notice> : null}
      {data.mayAsk ? null : <Notice kind="warning">{words.authorizationNeeded}</Notice>}
      <Questions requests={data.requests} refused={refused} />
      <h2>{words.employees}</h2>
      {data.employees.length === 0 ? (
        <EmptyState title={words.employees}>{words.noEmployees}</EmptyState>
      ) : (
        <DataTable
          caption={words.employees}
          columns={[words.name, words.jobTitle, words.sees, words.state]}
          rows={data.employees.map((one) => ({
            key: one.id,
            cells: [
              <a key="name" href={`/administratie/medewerkers/${one.id}`}>
                {one.name}
              </a>,
              data.several ? `${one.jobTitle} · ${one.practice}` : one.jobTitle,
              <Sees key="sees" one={one} />,
              words.accountStates[one.state],
            ],
          }))}
        />
      )}
      <h2>{words.requests}</h2>
      <Requests requests={data.requests} several={data.several} />
    </ProfessionalPage>
  );
}

type Seeing = Pick<PracticeRights, "reports" | "patientDetails" | "reportGroups"> & {
  through: { own: boolean; by: string }[];
};

/** What an employee sees today, of which report groups, and through whom. */
function Sees({ one }: { one: Seeing }) {
  const { language } = useShell();
  const words = pick(texts, language).admin;
  if (!one.reports) return rightWords(one, language);
  const names = one.through.map(({ own, by }) => (own ? words.you : by));
  return (
    <span className="block">
      <span className="block">{rightWords(one, language)}</span>
      <span className="block text-[0.9375rem] text-soft">{groupWords(one.reportGroups, language)}</span>
      <span className="block text-[0.9375rem] text-soft">{words.givenBy(namesTogether(names, language))}</span>
    </span>
  );
}
