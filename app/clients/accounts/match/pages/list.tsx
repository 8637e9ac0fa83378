import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { StaffLists } from "#app/clients/requests/desk/parts/staff-work.tsx";
import { workOf } from "#app/clients/requests/work.server.ts";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { pick } from "#app/shared/i18n.ts";
import { fullName } from "#app/shared/person-name.ts";
import { DataTable, EmptyState } from "#app/ui/data.tsx";
import { formatBirthDate, formatDateTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { waitingSignUps } from "../find.server.ts";
import { texts } from "../texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "staff");
  if (!environment.mailedCode) throw new NotFound();
  const rows = await waitingSignUps(actor);
  const list = rows.map(({ id, birthDate, createdAt, ...who }) => {
    return { id, name: fullName(who), birthDate, at: createdAt.toISOString() };
  });
  return { environment: { id: environment.id, name: environment.name }, work: await workOf(actor, environment), list };
}

export const meta = titled("Aanmeldingen", "Sign-ups");

export default function SignUps() {
  const { environment, work, list } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const words = pick(texts, language);
  return (
    <StaffPage title={words.listTitle} lead={words.listLead} current="sign_ups" environment={environment} as="staff">
      <StaffLists environment={environment} work={work} current="sign_ups" />
      {list.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyText}</EmptyState>
      ) : (
        <DataTable
          caption={words.listTitle}
          columns={words.columns}
          rows={list.map(({ id, name, birthDate, at }) => ({
            key: id,
            cells: [
              <a key="name" href={`/behandelaar/${environment.id}/aanmeldingen/${id}`}>
                {name}
              </a>,
              birthDate ? formatBirthDate(birthDate, language) : "",
              formatDateTime(at, language),
            ],
          }))}
        />
      )}
    </StaffPage>
  );
}
