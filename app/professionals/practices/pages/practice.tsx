import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireAccount, requirePractitioner } from "#app/platform/rights/guards.server.ts";
import { readAct } from "#app/shared/acts.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { reference } from "#app/shared/fields/words.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Changed } from "#app/ui/changed.tsx";
import { Card, DescriptionList, EmptyState, Notice } from "#app/ui/data.tsx";
import { ButtonLink } from "#app/ui/buttons.tsx";
import { formatDate } from "#app/ui/format.ts";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { titled } from "#app/ui/title.ts";
import { connectionOf } from "../connection.server.ts";
import { endNameConsent, giveNameConsent, nameConsentOf } from "../name-consent.server.ts";
import { NameConsentForm } from "./name-consent.tsx";
import { givenTo } from "../employees/given.server.ts";
import { texts } from "../texts.ts";
import { GivenList } from "./given-list.tsx";
import { seenItems } from "../group-words.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireAccount(request);
  const practices = await Promise.all(
    actor.practices.map(async (practice) => {
      const at = { accountId: actor.accountId, practiceId: practice.practiceId };
      const signs = practice.role === "practitioner" && practice.reports;
      return {
        ...practice,
        given: practice.role === "employee" ? await givenTo(at, actor.accountId) : [],
        connection: await connectionOf(practice.agb),
        consent: signs ? await nameConsentOf(actor, practice.practiceId) : null,
      };
    }),
  );
  return { practices, done: new URL(request.url).searchParams.get("naam") };
}

const practice = z.object({ practice: reference });
const acts = { give_name: practice, end_name: practice };

export async function action({ request }: ActionFunctionArgs) {
  const { actor } = await requirePractitioner(request);
  const asked = readAct(await readForm(request), acts);
  const practiceId = asked.ok ? asked.value.practice : "";
  const gives = asked.act === "give_name";
  const conflict = await conflictIn((gives ? giveNameConsent : endNameConsent)(actor, practiceId));
  if (conflict) return data({ conflict }, 409);
  return redirect(`/praktijk?naam=${gives ? "gegeven" : "gestopt"}`, 303);
}

export const meta = titled("Praktijk", "Practice");

export default function Practice() {
  const { practices, done } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language } = useShell();
  const { practice: words, employee } = pick(texts, language);
  return (
    <ProfessionalPage title={words.title} lead={words.lead} current="practice">
      <Changed code={back?.conflict} />
      {done && !back && Object.hasOwn(words.nameDone, done) ? (
        <Notice kind="positive">{words.nameDone[done]}</Notice>
      ) : null}
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
            ]}
          />
          <h3>{words.youSee}</h3>
          <DescriptionList items={seenItems(practice, language)} />
          {practice.role === "employee" ? <h3>{employee.who}</h3> : null}
          {practice.role === "employee" && practice.given.length === 0 ? <p>{words.nobody}</p> : null}
          <GivenList given={practice.given} />
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
              {practice.consent ? (
                <NameConsentForm practiceId={practice.practiceId} consent={practice.consent} />
              ) : null}
            </>
          ) : null}
        </Card>
      ))}
    </ProfessionalPage>
  );
}
