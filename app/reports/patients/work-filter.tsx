import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { SelectField } from "#app/ui/select.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { formatPeriod } from "#app/reports/model/figure-format.ts";
import { filterSlug } from "./asked.ts";
import type { View } from "./page.server.ts";
import { texts } from "./texts.ts";
import { filterWords, type ListAt } from "./view.ts";
import { filters, monthChoices, sorts } from "./work-list.ts";

/** Which patients, how long ago, which quarter, in which order: in the address, so that going back works. */
export function WorkFilter({ view, at }: { view: View; at: ListAt }) {
  const { language } = useShell();
  const words = pick(texts, language).list;
  const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
  return (
    <form
      method="get"
      className="no-print filters my-5 grid gap-x-4 rounded-xl border border-line bg-raised px-5 pt-5 md:grid-cols-2"
    >
      {at.practice ? <input type="hidden" name="praktijk" value={at.practice} /> : null}
      <SelectField
        name="toon"
        label={words.which}
        defaultValue={filterSlug(view.asked.filter)}
        options={filters.map((one) => ({
          value: filterSlug(one),
          label: sentence(filterWords(one, at.indicator, language)),
        }))}
      />
      <SelectField
        name="maanden"
        label={words.months}
        defaultValue={String(view.asked.months)}
        options={monthChoices.map((one) => ({ value: String(one), label: words.monthsChoice(one) }))}
      />
      <SelectField
        name="volgorde"
        label={words.sort}
        defaultValue={view.asked.sort}
        options={sorts.map((one) => ({ value: one, label: sentence(words.sorts[one]) }))}
      />
      {view.periods.length > 1 ? (
        <SelectField
          name="kwartaal"
          label={words.period}
          defaultValue={view.period}
          options={view.periods.map((one) => ({ value: one, label: formatPeriod(one) }))}
        />
      ) : null}
      <div className="mb-6 self-end">
        <Button look="secondary">{words.filter}</Button>
      </div>
    </form>
  );
}
