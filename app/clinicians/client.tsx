import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lookAtClient } from "#app/records/care/client-file.server.ts";
import { unlinkRecord } from "#app/records/link/link.server.ts";
import { requireStaff } from "#app/rights/client-guards.server.ts";
import { readForm, textOf } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Badge, Card, DataTable, DescriptionList, EmptyState } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import { formatBirthDate, formatDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "clinician");
  const client = await lookAtClient(actor, params.person ?? "");
  return { environment: { id: environment.id, name: environment.name }, client };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "clinician");
  const reason = textOf(await readForm(request), "reason", 4000).trim();
  if (!reason) return data({ missing: true }, 422);
  await unlinkRecord(actor, params.person ?? "", reason);
  return redirect(`/behandelaar/${environment.id}/clienten/${params.person ?? ""}`, 303);
}

export const meta = titled("Cliënt", "Client");

/** One own client: the link of the record, and its parts. */
export default function OwnClient() {
  const { environment, client } = useLoaderData<typeof loader>();
  const missing = useActionData<typeof action>()?.missing;
  const { language } = useShell();
  const words = pick(texts, language);
  const { link, parts } = client;
  const at = `/behandelaar/${environment.id}`;
  const error = missing ? words.reasonMissing : undefined;
  const linkedAt = link.linkedAt ? formatDate(link.linkedAt, language) : "";
  return (
    <StaffPage title={client.name} current="clients" environment={environment} as="clinician">
      {error ? <ErrorSummary errors={[{ field: "reason", message: error }]} /> : null}
      <DescriptionList items={[{ term: words.birthDate, value: formatBirthDate(client.birthDate, language) }]} />
      <Card title={words.record}>
        <p className="mb-4">
          <Badge kind={link.state === "linked" ? "positive" : "neutral"}>{words.links[link.state]}</Badge>{" "}
          {link.state === "linked" ? words.since(linkedAt, link.by ?? "") : null}
        </p>
        {link.state === "linked" ? (
          <details open={missing}>
            <summary className="min-h-11 py-2 font-semibold text-brand-text">{words.unlink}</summary>
            <form method="post" className="mt-3">
              <p className="mb-4">{words.unlinkLead}</p>
              <TextArea name="reason" label={words.reason} hint={words.reasonHint} error={error} />
              <Button look="danger">{words.unlink}</Button>
            </form>
          </details>
        ) : (
          <ButtonLink href={`${at}/clienten/${client.id}/koppelen`}>{words.link}</ButtonLink>
        )}
      </Card>
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
              part.blocked ? words.blocked : words.open,
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
