import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/platform/rights/client-guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { DataTable, EmptyState, Notice } from "#app/ui/data.tsx";
import { formatBirthDate } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { StaffPage } from "#app/ui/staff-layout.tsx";
import { titled } from "#app/ui/title.ts";
import { texts } from "../account-texts.ts";
import { lookAtAccounts, standings } from "../accounts.server.ts";
import { AccountFilter, Pages } from "./account-filter.tsx";
import { StandingBadge } from "./standing-badge.tsx";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireStaff(request, params.environment, "staff");
  const query = new URL(request.url).searchParams;
  const asked = {
    search: (query.get("zoek") ?? "").trim().slice(0, 80),
    standing: standings.find((one) => one === query.get("stand")) ?? null,
    page: Number.parseInt(query.get("bladzijde") ?? "1", 10) || 1,
  };
  const { id, name } = environment;
  return { environment: { id, name }, asked, look: await lookAtAccounts(actor, asked) };
}

export const meta = titled("Accounts van cliënten", "Accounts of clients");

/** The accounts of the clients of an environment, those that are paused pointed out. */
export default function Accounts() {
  const { environment, asked, look } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const words = pick(texts, language);
  const at = `/behandelaar/${environment.id}/accounts`;
  return (
    <StaffPage title={words.title} lead={words.lead} current="accounts" environment={environment} as="staff">
      {look.counts.paused > 0 && asked.standing !== "paused" ? (
        <Notice kind="warning" title={words.pausedCount(look.counts.paused)}>
          <p>{words.pausedLead}</p>
          <p className="mt-2">
            <ButtonLink href={`${at}?stand=paused`} look="secondary">
              {words.pausedLook}
            </ButtonLink>
          </p>
        </Notice>
      ) : null}
      <AccountFilter at={at} asked={asked} counts={look.counts} />
      <p role="status">{words.found(look.found)}</p>
      {look.rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneText}</EmptyState>
      ) : (
        <DataTable
          caption={words.title}
          columns={words.columns}
          rows={look.rows.map(({ id, name, birthDate, standing, door, number }) => ({
            key: id,
            cells: [
              <a key="name" href={`${at}/${id}`}>
                {name}
              </a>,
              formatBirthDate(birthDate, language),
              <StandingBadge key="standing" standing={standing} door={door} />,
              number ?? words.notMatched,
            ],
          }))}
        />
      )}
      <Pages at={at} asked={asked} pages={look.pages} page={look.page} />
    </StaffPage>
  );
}
