import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { type MetaFunction, redirect, useActionData, useLoaderData } from "@remix-run/react";
import { requireDataManager } from "#app/platform/rights/guards.server.ts";
import { readForm } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { Card, DescriptionList, Notice } from "#app/ui/data.tsx";
import { formatDate, formatDateTime, formatNumber } from "#app/ui/format.ts";
import { DataPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { portalTitle } from "#app/ui/title.ts";
import { actOnDelivery } from "./act.server.ts";
import { Checking } from "./checking.tsx";
import { askedDecision } from "./acts.ts";
import { Decide } from "./decide.tsx";
import { Faults } from "./faults.tsx";
import { Levels } from "./level-table.tsx";
import { Preview } from "./preview.tsx";
import { StateBadge } from "./state-badge.tsx";
import { texts } from "./texts.ts";
import { type DeliveryView, viewOf } from "./view.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireDataManager(request);
  return {
    view: await viewOf(params.id ?? ""),
    asked: askedDecision(new URL(request.url).searchParams.get("besluit")),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await requireDataManager(request);
  const id = params.id ?? "";
  const answer = await actOnDelivery(actor, id, await readForm(request));
  if (!answer) return redirect(`/leveringen/${id}`, 303);
  return Response.json(answer, { status: answer.conflict ? 409 : 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => [
  ...portalTitle(matches, data?.view.deliveryId ?? "Levering"),
  // Without script the page looks again by itself for as long as the check runs.
  ...(data?.view.running ? [{ httpEquiv: "refresh", content: "2" }] : []),
];

export default function Delivery() {
  const { view, asked } = useLoaderData<typeof loader>();
  const answer = useActionData<Awaited<ReturnType<typeof actOnDelivery>>>();
  const { language } = useShell();
  const words = pick(texts, language).one;
  return (
    <DataPage current="deliveries" title={words.title(view.deliveryId)} action={<StateBadge state={view.state} />}>
      <p className="mb-4">
        <a href="/leveringen">{words.back}</a>
      </p>
      {answer?.conflict ? (
        <Notice kind="negative" title={words.conflict[answer.conflict] ?? words.conflict.other} />
      ) : null}
      <Checking view={view} />
      <Decide view={view} asked={answer?.act ?? asked} error={answer?.error} typed={answer?.typed} />
      <Faults faults={view.faults} />
      <Card title={words.facts}>
        <DescriptionList items={factsOf(view, language)} />
      </Card>
      <Levels view={view} />
      {view.preview ? <Preview preview={view.preview} /> : null}
    </DataPage>
  );
}

function factsOf(view: DeliveryView, language: "nl" | "en") {
  const words = pick(texts, language).one;
  const at = (moment: string | null) => (moment ? formatDateTime(moment, language) : "–");
  const { decided } = view;
  return [
    { term: words.period, value: view.period },
    { term: words.measured, value: view.measuredOn ? formatDate(view.measuredOn, language) : "–" },
    { term: words.source, value: view.source },
    { term: words.rows, value: formatNumber(view.rows, language) },
    ...(view.supersedes ? [{ term: words.corrects, value: view.supersedes }] : []),
    {
      term: words.received,
      value: `${at(view.receivedAt)}${view.receivedBy ? ` ${words.by} ${view.receivedBy}` : ""}`,
    },
    { term: words.checked, value: at(view.checkedAt) },
    { term: words.published, value: at(view.publishedAt) },
    ...(view.replaced ? [{ term: words.replaced, value: view.replaced }] : []),
    ...(decided
      ? [{ term: words.decided, value: `${decided.reason} (${decided.by}, ${formatDateTime(decided.at, language)})` }]
      : []),
  ];
}
