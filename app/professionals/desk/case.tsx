import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { caseOf } from "#app/professionals/joining/review/case.server.ts";
import { texts as registration } from "#app/professionals/joining/texts.ts";
import { requireAgent } from "#app/platform/rights/guards.server.ts";
import { today } from "#app/shared/clock.server.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { workingDaysBetween } from "#app/platform/settings/working-days.server.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { CaseFrame } from "#app/ui/case-frame.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { Badge, Notice } from "#app/ui/data.tsx";
import { formOf } from "#app/ui/form-of.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { DeskPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import { actOnCase } from "./case-act.server.ts";
import { CaseChecks } from "./case-checks.tsx";
import { Beside, CaseFacts } from "./case-facts.tsx";
import { CaseAccount } from "./case-account.tsx";
import { AskForm, CallForm } from "./case-forms.tsx";
import { OtherRequests } from "./case-others.tsx";
import { Decide } from "./case-decide.tsx";
import { Due } from "./due.tsx";
import { ReasonForm } from "./case-reason.tsx";
import { RenewLink } from "./case-renew.tsx";
import { nextCase } from "./queue.server.ts";
import { texts } from "./texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireAgent(request);
  const one = await caseOf(params.id ?? "");
  const open = !["completed", "rejected", "withdrawn", "expired"].includes(one.state);
  const daysLeft = open ? workingDaysBetween(today(), one.deadline) : null;
  return { one: { ...one, daysLeft }, next: await nextCase(one.id) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireAgent(request);
  const id = params.id ?? "";
  const answer = await actOnCase(actor, id, await readForm(request));
  if (!answer) return redirect(`/servicedesk/aanvragen/${id}`, 303);
  return data(answer, answer.code ? 200 : answer.conflict ? 409 : 422);
}

export const meta = () => [{ title: "Aanvraag · Zorgpoort" }];

export default function Case() {
  const { one, next } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language).case;
  const { events, rules, status } = pick(registration, language);
  const { states } = status;
  const form = (act: string) => formOf(back?.act === act ? back : null, words.errors, { prefix: `${act}-` });
  const { version } = one;
  const acts = [
    one.invitation ? <CaseAccount key="account" one={one} form={form} /> : null,
    one.can.call_back ? <CallForm key="call" version={version} phones={one.phones} form={form("call")} /> : null,
    one.can.ask ? <AskForm key="ask" version={version} form={form("ask")} signed={one.state === "signed"} /> : null,
    one.can.sign_again ? <ReasonForm key="again" act="sign_again" version={version} form={form("sign_again")} /> : null,
    one.can.reject ? <ReasonForm key="reject" act="reject" version={version} form={form("reject")} /> : null,
  ].filter((act) => act !== null);
  const nextLink = next ? (
    <ButtonLink href={next} look="secondary">
      {words.next}
    </ButtonLink>
  ) : null;
  return (
    <DeskPage title={`${words.title} ${one.number}`} lead={`${one.name} · ${one.practice}`} action={nextLink}>
      <CaseFrame
        errors={form(back?.act ?? "").summary}
        said={
          <>
            <Changed
              code={back?.conflict}
              title={words.conflictTitle}
              words={words.conflict}
              typed={["question", "reason"].map((name) => form(back?.act ?? "").text(name)).find(Boolean)}
            />
            {back?.code ? (
              <Notice kind="warning" title={words.handoverTitle}>
                {words.handover[back.code.use](back.code.code)}
              </Notice>
            ) : null}
            {one.question ? (
              <Notice kind="info" title={`${words.question}: ${one.question.question}`}>
                {words.waitingForAnswer}
              </Notice>
            ) : null}
            <OtherRequests others={one.others} />
            <section className="my-6 rounded-xl border border-line bg-raised p-5 sm:p-6">
              <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
                <Badge kind="info">{states[one.state]}</Badge>
                <Due {...one} />
              </div>
              <Decide one={one} />
              {one.canRenew ? <RenewLink version={one.version} /> : null}
            </section>
          </>
        }
        facts={
          <>
            <CaseFacts one={one} />
            <Beside lines={one.beside} />
            <CaseChecks one={one} form={form} />
          </>
        }
        acts={acts.length > 0 ? acts : null}
        timeline={
          <Timeline
            events={one.story.map(({ id, at, kind, actorName, note }) => ({
              key: id,
              at: formatDateTime(at, language),
              title: events[kind as keyof typeof events] ?? kind,
              by: actorName === "clock" ? status.system : actorName,
              note: inWords(note, rules),
            }))}
          />
        }
        back={{ href: "/servicedesk", label: words.back }}
      />
    </DeskPage>
  );
}

/** The story keeps the id of the check that was let pass; the reader sees its name. */
function inWords(note: string | null, rules: Record<string, string>): string | null {
  const [, rule, reason] = /^(\w+): (.*)$/s.exec(note ?? "") ?? [];
  return rule && reason && rules[rule] ? `${rules[rule]}: ${reason}` : note;
}
