import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { SelectField } from "#app/ui/select.tsx";
import { useShell } from "#app/ui/shell.tsx";
import type { Indicator } from "../definitions/catalogue.ts";
import { formatPeriod } from "#app/reports/model/figure-format.ts";
import type { Goal } from "#app/reports/model/marks.ts";
import { periodsAfter } from "#app/reports/figures/periods.ts";
import type { Report } from "#app/reports/model/report.ts";
import { texts } from "./texts.ts";
import { formOf } from "#app/ui/form-of.ts";

/** What came back from a form with mistakes: which form, the codes, what was typed. */
export type Back =
  | { act: string; errors: Record<string, string>; typed: Record<string, string | string[]>; conflict: string | null }
  | undefined;
type Props = { report: Report; back: Back };

/** Asks for a goal; opens by itself when it came back with a mistake. */
export function GoalForm({ report, indicator, goal, back }: Props & { indicator: Indicator; goal: Goal | null }) {
  const { language } = useShell();
  const words = pick(texts, language);
  const here = back?.act === "goal" ? back : undefined;
  const form = formOf(here, words.errors);
  const options = periodsAfter(report.last.period, 8).map((period) => ({ value: period, label: formatPeriod(period) }));
  return (
    <details className="no-print mt-2" open={here !== undefined}>
      <Summary>{goal ? words.changeGoal : words.setGoal}</Summary>
      <form method="post" action="#doel" noValidate className="mt-3">
        <TextField
          name="target"
          label={words.target[indicator.unit]}
          hint={words.targetHint}
          inputMode="numeric"
          width="half"
          defaultValue={form.text("target")}
          error={form.error("target")}
        />
        <SelectField
          name="by"
          label={words.by}
          options={options}
          defaultValue={form.text("by") ?? goal?.period ?? options.at(3)?.value}
          error={form.error("by")}
        />
        <Button look="secondary" name="act" value="goal">
          {words.save}
        </Button>
      </form>
    </details>
  );
}

/** Asks for a remark at a quarter. */
export function NoteForm({ report, back }: Props) {
  const { language } = useShell();
  const words = pick(texts, language);
  const here = back?.act === "note" ? back : undefined;
  const form = formOf(here, words.errors);
  const options = report.points.map(({ period }) => ({ value: period, label: formatPeriod(period) })).toReversed();
  return (
    <details className="no-print mt-2" open={here !== undefined}>
      <Summary>{words.addNote}</Summary>
      <form method="post" action="#doel" noValidate className="mt-3">
        <SelectField
          name="period"
          label={words.period}
          options={options}
          defaultValue={form.text("period") ?? options[0]?.value}
          error={form.error("period")}
        />
        <TextField
          name="text"
          label={words.text}
          hint={words.textHint}
          maxLength={200}
          defaultValue={form.text("text")}
          error={form.error("text")}
        />
        <Button look="secondary" name="act" value="note">
          {words.save}
        </Button>
      </form>
    </details>
  );
}

function Summary({ children }: { children: string }) {
  return (
    <summary className="inline-flex min-h-11 items-center font-semibold text-brand-text underline underline-offset-4">
      {children}
    </summary>
  );
}
