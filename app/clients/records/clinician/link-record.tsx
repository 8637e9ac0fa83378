import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { lookAtClient } from "#app/clients/records/care/client-file.server.ts";
import { linkRecord } from "#app/clients/records/link/link.server.ts";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { formatBirthDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "./texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "clinician");
  const { id, name, birthDate, link } = await lookAtClient(actor, params.person ?? "");
  const client = { id, name, birthDate, linked: link.state === "linked" };
  return { environment: { id: environment.id, name: environment.name }, client };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "clinician");
  const conflict = await conflictIn(linkRecord(actor, params.person ?? ""));
  if (conflict) return data({ conflict }, 409);
  return redirect(`/behandelaar/${environment.id}/clienten/${params.person ?? ""}`, 303);
}

export const meta = titled("Dossier koppelen", "Link the record");

/** What the client will see, before the record is linked. */
export default function LinkRecord() {
  const { environment, client } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  const { language } = useShell();
  const words = pick(texts, language);
  const back = `/behandelaar/${environment.id}/clienten/${client.id}`;
  return (
    <StaffPage title={words.linkTitle} current="clients" environment={environment} as="clinician">
      <Changed code={failed?.conflict} />
      <Card title={client.name}>
        <DescriptionList items={[{ term: words.birthDate, value: formatBirthDate(client.birthDate, language) }]} />
      </Card>
      {client.linked ? (
        <Notice kind="positive" title={words.linkDone} />
      ) : (
        <>
          <p>{words.linkWill}</p>
          <ul className="my-3 list-disc space-y-1 pl-6">
            {words.linkList.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p>{words.linkOnce}</p>
          <Notice kind="warning" title={words.linkCheck} />
          <form method="post" className="mb-4">
            <Button>{words.linkDo}</Button>
          </form>
        </>
      )}
      <ButtonLink href={back} look="secondary">
        {words.backToClient}
      </ButtonLink>
    </StaffPage>
  );
}
