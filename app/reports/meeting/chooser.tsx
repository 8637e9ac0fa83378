import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { EmptyState } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { ProfessionalPage } from "#app/ui/layout.tsx";
import { SelectField } from "#app/ui/select.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { BackLink } from "#app/ui/back-link.tsx";
import type { Scope } from "#app/reports/model/report.ts";
import { scopeQuery } from "#app/reports/model/scope-slugs.ts";
import { texts as reportTexts } from "#app/reports/model/texts.ts";
import { type Fault, MOST } from "./choice.ts";
import type { Offer } from "./prepare.server.ts";
import { texts } from "./texts.ts";
import { TopicList } from "./topic-list.tsx";

/** What the page to choose topics shows; `practice` is the code where there are several. */
export type Choosing = {
  offer: Offer | null;
  chosen: string[];
  scope: Scope;
  practice: string | null;
  fault: Fault | null;
};

/** Choose what to discuss. The form asks for an address, so that the choice can be kept, sent on and opened again. */
export function Chooser({ offer, chosen, scope, practice, fault }: Choosing) {
  const { language } = useShell();
  const words = pick(texts, language);
  const reports = pick(reportTexts, language);
  const first = offer?.groups[0]?.topics[0];
  return (
    <ProfessionalPage title={words.prepare} lead={offer ? words.prepareLead(MOST) : undefined} current="reports">
      {fault ? (
        <ErrorSummary
          errors={[{ field: first ? `onderwerp-${first.id}` : "main", message: faultWords(fault, words) }]}
        />
      ) : null}
      <BackLink href={`/rapportages${practice ? `?praktijk=${practice}` : ""}`}>{reports.page.back}</BackLink>
      {offer === null || !first ? (
        <EmptyState title={reports.overview.noData}>{reports.overview.noDataHint}</EmptyState>
      ) : (
        <form method="get" action="/rapportages/vergadering/tonen" className="meeting-form">
          {practice ? <input type="hidden" name="praktijk" value={practice} /> : null}
          {offer.scopes.length > 1 ? (
            <SelectField
              name="vergelijk"
              label={words.compare}
              options={offer.scopes.map((one) => ({ value: scopeQuery(one.scope).vergelijk ?? "", label: one.name }))}
              defaultValue={scopeQuery(scope).vergelijk ?? ""}
            />
          ) : null}
          {offer.groups.map((group) => (
            <TopicList
              key={group.id}
              group={group}
              chosen={chosen}
              open={offer.groups.length === 1 || chosen.length === 0}
            />
          ))}
          <div className="sticky bottom-0 mt-6 flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-line bg-surface py-3">
            <Button>{words.show}</Button>
            {offer.programme ? (
              <Button look="quiet" formAction="/rapportages/vergadering">
                {words.every}
              </Button>
            ) : null}
          </div>
        </form>
      )}
    </ProfessionalPage>
  );
}

function faultWords(fault: Fault, words: typeof texts.nl): string {
  if (fault.kind === "none") return words.faults.none;
  return fault.kind === "many" ? words.faults.many(fault.chosen, MOST) : words.faults.unknown(fault.left);
}
