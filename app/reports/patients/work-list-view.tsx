import { pick } from "#app/shared/i18n.ts";
import { ButtonLink, Button } from "#app/ui/buttons.tsx";
import { Card, EmptyState } from "#app/ui/data.tsx";
import { formatDate, formatNumber, formatTime } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import { formatPeriod } from "#app/reports/model/figure-format.ts";
import { listAddress } from "./asked.ts";
import { PatientTable } from "./patient-table.tsx";
import type { View } from "./page.server.ts";
import type { ListAt } from "./view.ts";
import { texts } from "./texts.ts";
import { WorkFilter } from "./work-filter.tsx";

/** The patients that were asked for, masked, with what can be done from here. */
export function WorkList({ view, at }: { view: View; at: ListAt }) {
  const { language } = useShell();
  const words = pick(texts, language);
  const place = { indicatorId: at.indicator.id, practice: at.practice };
  const number = (value: number) => formatNumber(value, language);
  return (
    <>
      <p className="max-w-2xl">
        {words.list.lead(formatPeriod(view.period), formatDate(view.measuredOn, language))}.{" "}
        {words.list.holds(words.reason.choices[view.purpose].toLowerCase(), formatTime(view.until, language))}
      </p>
      <WorkFilter view={view} at={at} />
      <p className="text-soft" role="status">
        {words.list.found(number(view.found), number(view.all))}
        {view.pages > 1 ? ` · ${words.list.pages(view.page, view.pages)}` : ""}
      </p>
      {view.found === 0 ? (
        <EmptyState title={words.list.empty}>{words.list.emptyHint}</EmptyState>
      ) : (
        <PatientTable view={view} at={at} />
      )}
      {view.pages > 1 ? (
        <nav aria-label={words.list.paging} className="no-print flex flex-wrap gap-4">
          {view.page > 1 ? (
            <ButtonLink look="secondary" href={listAddress(place, view.asked, { page: view.page - 1 })}>
              {words.list.previous}
            </ButtonLink>
          ) : null}
          {view.page < view.pages ? (
            <ButtonLink look="secondary" href={listAddress(place, view.asked, { page: view.page + 1 })}>
              {words.list.next}
            </ButtonLink>
          ) : null}
        </nav>
      ) : null}
      <p className="mt-4 max-w-2xl text-[0.9375rem] text-soft">
        {words.list.own} {words.list.keep(formatDate(view.keepUntil, language))}
      </p>
      {view.found > 0 ? (
        <div className="no-print">
          <Card title={words.list.export}>
            <p className="max-w-2xl">{words.list.exportLead(number(view.found))}</p>
            <p className="mt-2 max-w-2xl text-[0.9375rem] text-soft">{words.list.exportFresh}</p>
            <form method="post" action={listAddress(place, view.asked, { below: "/werklijst.csv" })} className="mt-5">
              <Button look="secondary">{words.list.exportButton}</Button>
            </form>
          </Card>
        </div>
      ) : null}
    </>
  );
}
