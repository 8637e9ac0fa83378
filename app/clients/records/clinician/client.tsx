import { z } from "zod";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lookAtClient } from "#app/clients/records/care/client-file.server.ts";
import { unlinkRecord } from "#app/clients/records/link/link.server.ts";
import { unlinkWhy } from "#app/clients/records/link/why.ts";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { words as required } from "#app/shared/fields/words.ts";
import { noErrors, parseForm, readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Changed } from "#app/ui/changed.tsx";
import { DataTable, DescriptionList, EmptyState } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { formOf } from "#app/ui/form-of.ts";
import { formatBirthDate, formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { texts as shared } from "#app/ui/texts.ts";
import { titled } from "#app/ui/title.ts";
import { RecordLink } from "./record-link.tsx";
import { texts } from "./texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "clinician");
  const client = await lookAtClient(actor, params.person ?? "");
  return { environment: { id: environment.id, name: environment.name }, client };
}

const unlinkForm = z.object({ why: z.enum(unlinkWhy, "required"), reason: required() });

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "clinician");
  const parsed = parseForm(unlinkForm, await readForm(request));
  const { typed } = parsed;
  if (!parsed.ok) return data({ typed, errors: parsed.errors, conflict: null }, 422);
  const conflict = await conflictIn(unlinkRecord(actor, params.person ?? "", parsed.value));
  if (conflict) return data({ typed, errors: noErrors, conflict }, 409);
  return redirect(`/behandelaar/${environment.id}/clienten/${params.person ?? ""}`, 303);
}

export const meta = titled("Cliënt", "Client");

/** One own client: the link of the record, and its parts. */
export default function OwnClient() {
  const { environment, client } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language);
  const { link, parts } = client;
  const at = `/behandelaar/${environment.id}`;
  const fields = { why: words.whyMissing, reason: words.reasonMissing };
  const form = formOf(back, { long: pick(shared, language).tooLong }, { fields });
  return (
    <StaffPage title={client.name} current="clients" environment={environment} as="clinician">
      <Changed code={back?.conflict} typed={form.text("reason")} />
      <ErrorSummary errors={form.summary} />
      <DescriptionList items={[{ term: words.birthDate, value: formatBirthDate(client.birthDate, language) }]} />
      <RecordLink link={link} open={`${at}/clienten/${client.id}/koppelen`} form={form} sent={back !== undefined} />
      <h2>{words.parts}</h2>
      {parts.length === 0 ? (
        <EmptyState title={words.noParts}>{words.noPartsText}</EmptyState>
      ) : (
        <DataTable
          caption={words.parts}
          columns={words.partColumns}
          rows={parts.map((part) => ({
            key: part.id,
            cells: [
              <a key="title" href={`${at}/clienten/${client.id}/onderdelen/${part.id}`}>
                {part.title ?? words.unreadable}
              </a>,
              formatDate(part.occurredOn, language),
              [part.held ? words.heldShort : null, part.blocked ? words.blocked : null].filter(Boolean).join(", ") ||
                words.open,
            ],
          }))}
        />
      )}
      <p className="mt-6">
        <a href={at}>{words.back}</a>
      </p>
    </StaffPage>
  );
}
