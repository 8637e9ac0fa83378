import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lookAtClientPart } from "#app/clients/records/care/client-file.server.ts";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { readAct } from "#app/shared/acts.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Changed } from "#app/ui/changed.tsx";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formOf } from "#app/ui/form-of.ts";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { texts as shared } from "#app/ui/texts.ts";
import { titled } from "#app/ui/title.ts";
import { actOnPart } from "./act-on-part.server.ts";
import { HoldCard } from "./hold-card.tsx";
import { texts as holdTexts } from "./hold-texts.ts";
import { partActs } from "./acts.ts";
import { PartActs } from "./part-acts.tsx";
import { texts } from "./texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "clinician");
  const look = await lookAtClientPart(actor, params.person ?? "", params.part ?? "");
  return { environment: { id: environment.id, name: environment.name }, ...look };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "clinician");
  const { person = "", part = "" } = params;
  const back = await actOnPart(actor, { personId: person, partId: part }, readAct(await readForm(request), partActs));
  if (back) return data(back, back.conflict ? 409 : 422);
  return redirect(`/behandelaar/${environment.id}/clienten/${person}/onderdelen/${part}`, 303);
}

export const meta = titled("Onderdeel van het dossier", "Part of the record");

/** One part of an own client: what stands beside it, and who does not see it. */
export default function ClientPart() {
  const { environment, person, part, blocked, remarks, hold } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language);
  const { reasonMissing: holdReason, secondMissing: second, days } = pick(holdTexts, language);
  const fields = { note: words.noteMissing, reason: words.reasonMissing, holdReason, second, days };
  const form = formOf(back, { long: pick(shared, language).tooLong }, { fields });
  return (
    <StaffPage
      title={part.title ?? words.unreadable}
      lead={person.name}
      current="clients"
      environment={environment}
      as="clinician"
    >
      <ErrorSummary errors={form.summary} />
      <Changed
        code={back?.conflict}
        typed={["note", "reason", "holdReason"].map((name) => form.text(name)).find(Boolean)}
      />
      <DescriptionList
        items={[
          { term: words.date, value: formatDate(part.occurredOn, language) },
          ...(part.author === null ? [] : [{ term: words.author, value: part.author }]),
        ]}
      />
      {part.title === null ? <Notice kind="warning">{words.unreadableHint}</Notice> : null}
      {part.unavailable ? <Notice kind="info">{words.unavailable}</Notice> : null}
      {part.text ? <p className="prose my-6 whitespace-pre-line">{part.text}</p> : null}
      {remarks.length > 0 ? (
        <Card title={words.beside}>
          <ul className="space-y-4">
            {remarks.map(({ id, kind, by, writtenAt, text, earlier }) => (
              <li key={id}>
                <p className="font-semibold">{words.remark[kind]}</p>
                <p className="whitespace-pre-line">{text ?? words.unreadable}</p>
                <p className="text-[0.9375rem] text-soft">{words.by(by, formatDate(writtenAt, language))}</p>
                {earlier ? <p className="text-[0.9375rem] text-soft">{words.earlier}</p> : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <HoldCard hold={hold} form={form} />
      <PartActs blocked={blocked} form={form} />
      <p className="mt-6">
        <a href={`/behandelaar/${environment.id}/clienten/${person.id}`}>{words.backToClient}</a>
      </p>
    </StaffPage>
  );
}
