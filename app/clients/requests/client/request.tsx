import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isOpen } from "#app/clients/requests/kinds.ts";
import { lookAtOwnRequest } from "#app/clients/requests/own.server.ts";
import { withdrawRequest } from "#app/clients/requests/withdraw.server.ts";
import { readFormAbout, requireReach } from "#app/platform/rights/reach.server.ts";
import { clientPlace } from "#app/shared/client-place.ts";
import { today } from "#app/shared/clock.server.ts";
import { conflictIn } from "#app/shared/errors.ts";
import { pick } from "#app/shared/i18n.ts";
import { About } from "#app/ui/about.tsx";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { Changed } from "#app/ui/changed.tsx";
import { ClientPage } from "#app/ui/client-layout.tsx";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { formatDate } from "#app/ui/format.ts";
import { Course } from "#app/ui/timeline.tsx";
import { titled } from "#app/ui/title.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { usePortal } from "#app/clients/frame/places.ts";
import { saidState } from "./said-state.ts";
import { texts } from "./record-texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  const one = await lookAtOwnRequest(actor, environment, params.request ?? "");
  return { one, open: isOpen(one), today: today() };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { actor, environment } = await requireReach(request, params);
  await readFormAbout(request, actor);
  const conflict = await conflictIn(withdrawRequest(actor, environment, "record", params.request ?? ""));
  if (conflict) return data({ conflict }, 409);
  return redirect(`${clientPlace(actor)}/verzoeken/${params.request ?? ""}`, 303);
}

export const meta = titled("Verzoek", "Request");

/** One own request: its course, the answer, and the own statement that is always possible. */
export default function OwnRequest() {
  const { one, open, today: day } = useLoaderData<typeof loader>();
  const back = useActionData<typeof action>();
  const { language, at } = usePortal();
  const words = pick(texts, language);
  const facts = [
    { term: words.facts.kind, value: words.kinds[one.kind]?.[0] ?? null },
    { term: words.facts.state, value: saidState(one, day, language).join(". ") },
    { term: words.facts.at, value: formatDate(one.submittedAt, language) },
    { term: words.facts.passage, value: one.wish.passage },
    { term: words.facts.wish, value: one.wish.text },
    { term: words.facts.extended, value: one.extendedReason },
    { term: words.facts.answer, value: one.answer },
    { term: words.facts.by, value: one.decidedByName },
  ];
  const about = { changed: words.partChanged, gone: words.partGone, held: words.partHeld };
  const shut = one.part === "gone" || one.part === "held";
  return (
    <ClientPage title={words.one} current="requests">
      <BackLink href={`${at}/verzoeken`}>{words.back}</BackLink>
      <Changed code={back?.conflict} />
      <DescriptionList items={facts.filter(({ value }) => value !== null)} />
      {one.part === "same" ? null : <Notice kind="info">{about[one.part]}</Notice>}
      {shut ? null : (
        <p className="my-4">
          <a href={`${at}/zorgdossier/${one.aboutId}`}>{words.part}</a>
        </p>
      )}
      {one.state === "refused" && !shut ? (
        <Card title={words.statement}>
          <p className="mb-4">{words.statementText}</p>
          <ButtonLink href={`${at}/verzoeken/nieuw?onderdeel=${one.aboutId}&soort=statement`}>
            {words.statement}
          </ButtonLink>
        </Card>
      ) : null}
      <Course lines={one.course} />
      {open ? (
        <form method="post">
          <About />
          <Button look="secondary">{words.withdraw}</Button>
        </form>
      ) : null}
    </ClientPage>
  );
}
