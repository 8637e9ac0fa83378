import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { Card } from "#app/ui/data.tsx";
import { ErrorSummary } from "#app/ui/error-summary.tsx";
import { TextField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

const PURPOSES = ["improve", "prepare", "check"] as const;

/** Asks what the patients are needed for, and says what will happen. */
export function ReasonForm({ errors, typed }: { errors: Record<string, string>; typed: Record<string, unknown> }) {
  const { language } = useShell();
  const words = pick(texts, language).reason;
  const wrong = (["purpose", "note"] as const).filter((field) => errors[field]);
  const said = (field: "purpose" | "note") => (errors[field] ? words.errors[field] : undefined);
  const kept = (field: string) => (typeof typed[field] === "string" ? typed[field] : undefined);
  return (
    <form method="post">
      <ErrorSummary errors={wrong.map((field) => ({ field, message: words.errors[field] }))} />
      <p className="mb-6 max-w-2xl">{words.lead}</p>
      <RadioGroup
        name="purpose"
        legend={words.legend}
        hint={words.hint}
        options={PURPOSES.map((value) => ({ value, label: words.choices[value] }))}
        defaultValue={kept("purpose")}
        error={said("purpose")}
      />
      <TextField
        name="note"
        label={words.note}
        optional={words.optional}
        hint={words.noteHint}
        maxLength={200}
        defaultValue={kept("note")}
        error={said("note")}
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
