import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { blockPart, liftBlock } from "#app/clients/records/blocks.server.ts";
import { lookAtClientPart } from "#app/clients/records/care/client-file.server.ts";
import { noteDisagreement } from "#app/clients/records/remarks.server.ts";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { readForm, textOf, wordsOf } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { texts as shared } from "#app/ui/texts.ts";
import { titled } from "#app/ui/title.ts";
import { actOnHold, isHoldAct } from "./act-on-hold.server.ts";
import { HoldCard, HoldFaultNotice } from "./hold-card.tsx";
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
  const form = await readForm(request);
  const act = textOf(form, "act");
  if (isHoldAct(act)) {
    const fault = await actOnHold(actor, { personId: person, partId: part, act, form });
    if (fault) return data({ field: null, fault: null, text: "", hold: fault }, fault.conflict ? 409 : 422);
    return redirect(`/behandelaar/${environment.id}/clienten/${person}/onderdelen/${part}`, 303);
  }
  const field = act === "note" ? ("note" as const) : ("reason" as const);
  const { text, fault } = wordsOf(form, field);
  if (act === "lift") await liftBlock(actor, person, part);
  else if (fault) return data({ field, fault, text, hold: null }, 422);
  else if (field === "note") await noteDisagreement(actor, person, part, text);
  else await blockPart(actor, person, part, text);
  return redirect(`/behandelaar/${environment.id}/clienten/${person}/onderdelen/${part}`, 303);
}

export const meta = titled("Onderdeel van het dossier", "Part of the record");

/** One part of an own client: what stands beside it, and who does not see it. */
export default function ClientPart() {
  const { environment, person, part, blocked, remarks, hold } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language);
  const missing = back?.field === "note" ? words.noteMissing : words.reasonMissing;
  const message = back?.fault === "long" ? pick(shared, language).tooLong : missing;
  const error = back?.field ? { field: back.field, message, typed: back.text } : null;
  return (
    <StaffPage
      title={part.title ?? words.unreadable}
      lead={person.name}
      current="clients"
      environment={environment}
      as="clinician"
    >
      {error ? <ErrorSummary errors={[error]} /> : null}
      <HoldFaultNotice back={back?.hold} />
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
      <HoldCard hold={hold} back={back?.hold ?? undefined} />
      <PartActs blocked={blocked} error={error} />
      <p className="mt-6">
        <a href={`/behandelaar/${environment.id}/clienten/${person.id}`}>{words.backToClient}</a>
      </p>
    </StaffPage>
  );
}
