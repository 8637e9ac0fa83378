import { pick } from "#app/shared/i18n.ts";
import { Button, ButtonLink } from "#app/ui/buttons.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { SelectField } from "#app/ui/select.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "#app/reports/model/texts.ts";
import type { Verdict } from "#app/reports/figures/verdict.ts";
import { ALL_PROGRAMMES, CHANGED, slugOf } from "#app/reports/model/verdict-slugs.ts";

type Option = { value: string; label: string };
type Props = {
  asked: { programme: string; search: string; verdict: Verdict | null; changed: boolean };
  /** Practices to choose from, and the one shown. */
  open: Option[];
  practice: { agb: string };
  groups: Option[];
  listing: boolean;
};

/** One search over all indicators, by word, programme and practice. */
export function SearchForm({ asked, open, practice, groups, listing }: Props) {
  const { language } = useShell();
  const words = pick(texts, language).overview;
  const slug = asked.changed ? CHANGED : asked.verdict ? slugOf(asked.verdict) : null;
  return (
    <form
      method="get"
      className="no-print filters mb-2 flex flex-wrap items-end gap-x-4 rounded-xl border border-line bg-raised px-5 pt-5"
    >
      {open.length > 1 ? (
        <SelectField name="praktijk" label={words.practices} options={open} defaultValue={practice.agb} />
      ) : null}
      <TextField name="zoek" type="search" label={words.search} defaultValue={asked.search} maxLength={60} />
      <SelectField
        name="programma"
        label={words.programme}
        options={[{ value: ALL_PROGRAMMES, label: words.allProgrammes }, ...groups]}
        defaultValue={asked.programme || ALL_PROGRAMMES}
      />
      {slug ? <input type="hidden" name="oordeel" value={slug} /> : null}
      <div className="mb-6 flex gap-4">
        <Button look="secondary">{words.filter}</Button>
        {listing ? (
          <ButtonLink href="/rapportages" look="quiet">
            {words.clear}
          </ButtonLink>
        ) : null}
      </div>
    </form>
  );
}
