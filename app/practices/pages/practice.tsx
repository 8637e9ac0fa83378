import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireAccount } from "#app/rights/guards.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { Card, DescriptionList, EmptyState, Notice } from "#app/ui/data.tsx";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { formatDate } from "#app/ui/format.ts";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { connectionOf } from "../connection.server.ts";
import { texts } from "../texts.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAccount(request);
  const practices = await Promise.all(
    actor.practices.map(async (practice) => ({ ...practice, connection: await connectionOf(practice.agb) })),
  );
  return { practices };
}

export const meta = titled("Praktijk", "Practice");

export default function Practice() {
  const { practices } = useLoaderData<typeof loader>();
  const { language } = useShell();
  const { practice: words, admin } = pick(texts, language);
  const seen = (one: { reports: boolean; patientDetails: boolean }) =>
    one.patientDetails ? admin.seesDetails : one.reports ? admin.seesReports : admin.seesNone;
  return (
    <ProfessionalPage title={words.title} lead={words.lead} current="practice">
      {practices.length === 0 ? <EmptyState title={words.noneTitle}>{words.none}</EmptyState> : null}
      {practices.map((practice) => (
        <Card key={practice.agb} title={practice.name}>
          <DescriptionList
            items={[
              { term: words.agb, value: practice.agb },
              {
                term: words.connection,
                value: practice.connection
                  ? `${words.connectionStates[practice.connection.state]} ${words.since} ${formatDate(practice.connection.changedAt, language)}.`
                  : words.connectionNone,
              },
              { term: words.youSee, value: seen(practice) },
            ]}
          />
          {practice.role === "practitioner" ? (
            <>
              <Notice kind={practice.reports ? "positive" : "warning"} title={words.authorization}>
                {practice.reports ? words.inForce : words.notInForce}
              </Notice>
              <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
                <ButtonLink href="/praktijk/machtiging" look="secondary">
                  {words.toAuthorization}
                </ButtonLink>
                <ButtonLink href="/administratie" look="quiet">
                  {words.toAdmin}
                </ButtonLink>
              </div>
            </>
          ) : null}
        </Card>
      ))}
    </ProfessionalPage>
  );
}
