import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { languageOf, pick } from "#app/shared/i18n.ts";
import { Card, DataTable } from "#app/ui/data.tsx";
import { formatDate, formatNumber } from "#app/ui/format.ts";
import { BackLink } from "#app/ui/back-link.tsx";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { portalTitle } from "#app/ui/title.ts";
import { indicatorById } from "../definitions/catalogue.ts";
import { formatFigure, formatPeriod } from "#app/reports/model/figure-format.ts";
import { openIndicator } from "#app/reports/model/indicator.server.ts";
import { texts as reportTexts } from "#app/reports/model/texts.ts";
import { careGroupFor } from "./find.server.ts";
import { Picture } from "./picture.tsx";
import { texts } from "./texts.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const query = new URL(request.url).searchParams;
  const { actor, practice } = await requireReports(request, query.get("praktijk"));
  const indicator = openIndicator(practice, params.indicator);
  const language = actor.language ?? languageOf(request);
  const view = await careGroupFor(actor, practice, indicator);
  const byName = query.get("sorteer") === "naam";
  const members = view.members.toSorted((a, b) => (byName ? a.name.localeCompare(b.name, "nl") : b.value - a.value));
  const chosen = query.get("praktijk") ? practice.agb : null;
  return { id: indicator.id, name: indicator.name[language], view: { ...view, members }, byName, practice: chosen };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => portalTitle(matches, data?.name ?? "");

export default function CareGroupPage() {
  const { id, name, view, byName, practice } = useLoaderData<typeof loader>();
  const { language, demo } = useShell();
  const words = pick(texts, language);
  const indicator = indicatorById(id)!;
  const write = (fraction: number) => formatFigure(indicator, fraction, language);
  const number = (value: number) => formatNumber(value, language);
  const asked = (more: Record<string, string>) =>
    `?${new URLSearchParams({ ...(practice && { praktijk: practice }), ...more }).toString()}`;
  const order = (current: boolean, label: string, href: string) => (
    <a
      href={href}
      aria-current={current ? "true" : undefined}
      className={`edge inline-flex min-h-11 items-center rounded-lg px-3 ${current ? "bg-current-item font-semibold no-underline" : ""}`}
    >
      {label}
    </a>
  );
  return (
    <ProfessionalPage title={words.title(view.group)} lead={words.lead(name)} current="reports">
      <BackLink href={`/rapportages/${id}${asked({ vergelijk: "zorggroep" })}`}>{words.back}</BackLink>
      {demo ? <p className="text-[0.9375rem] text-soft">{pick(reportTexts, language).overview.invented}</p> : null}
      <Card title={words.chart}>
        <nav aria-label={words.sort} className="no-print mb-3 flex flex-wrap items-center gap-x-1">
          <span className="mr-2 text-soft">{words.sort}</span>
          {order(!byName, words.byValue, asked({}))}
          {order(byName, words.byName, asked({ sorteer: "naam" }))}
        </nav>
        <Picture view={view} indicator={indicator} />
      </Card>
      <DataTable
        caption={words.chart}
        columns={[words.practice, words.value, words.interval, words.counted]}
        numeric={[1, 2, 3]}
        rows={view.members.map((one, n) => ({
          key: `${n} ${one.name}`,
          cells: [
            one.own ? <strong key="own">{`${one.name} (${words.own})`}</strong> : one.name,
            write(one.value),
            `${write(one.low)}\u00a0–\u00a0${write(one.high)}`,
            words.of(number(one.numerator), number(one.denominator)),
          ],
        }))}
      />
      {view.members.every((one) => one.own) ? <p className="max-w-3xl">{words.nobody}</p> : null}
      <p className="max-w-3xl text-[0.9375rem] text-soft">
        {[
          pick(reportTexts, language).page.fresh(formatPeriod(view.period), formatDate(view.measuredOn, language)),
          view.unnamed > 0 ? words.unnamed(view.unnamed) : "",
          view.tooSmall > 0 ? words.tooSmall(view.tooSmall) : "",
          words.why,
        ].join(" ")}
      </p>
      <p className="no-print">
        <a href="/praktijk#naam">{words.ownName}</a>
      </p>
    </ProfessionalPage>
  );
}
