import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { Card } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";
import type { Typed } from "#app/shared/form.ts";
import { formOf } from "#app/ui/form-of.ts";

const PURPOSES = ["improve", "prepare", "check"] as const;

/** Asks what the patients are needed for, and says what will happen. */
export function ReasonForm({ errors, typed }: { errors: Record<string, string>; typed: Typed }) {
  const { language } = useShell();
  const words = pick(texts, language).reason;
  const form = formOf({ errors, typed }, {}, { fields: words.errors });
  return (
    <form method="post">
      <ErrorSummary errors={form.summary} />
      <p className="mb-6 max-w-2xl">{words.lead}</p>
      <RadioGroup
        name="purpose"
        legend={words.legend}
        hint={words.hint}
        options={PURPOSES.map((value) => ({ value, label: words.choices[value] }))}
        defaultValue={form.text("purpose")}
        error={form.error("purpose")}
      />
      <TextField
        {...form.field("note")}
        label={words.note}
        optional={words.optional}
        hint={words.noteHint}
        maxLength={200}
      />
      <Button name="act" value="reason">
        {words.submit}
      </Button>
      <Card title={words.next}>
        <ol className="max-w-2xl list-decimal space-y-1.5 pl-5">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Card>
    </form>
  );
}
