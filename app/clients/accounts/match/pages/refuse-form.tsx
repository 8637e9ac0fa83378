import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { Card } from "#app/ui/data.tsx";
import type { Form } from "#app/ui/form-of.ts";
import { useShell } from "#app/ui/shell.tsx";
import { reasons } from "../reasons.ts";
import { texts } from "../texts.ts";

/** Refuses a sign-up, with the reason that stays with the practice. */
export function RefuseForm({ version, form }: { version: number; form: Form }) {
  const words = pick(texts, useShell().language);
  return (
    <Card title={words.refuseTitle}>
      <form method="post">
        <input type="hidden" name="version" value={version} />
        <RadioGroup
          {...form.field("reason")}
          legend={words.reason}
          hint={words.reasonHint}
          options={reasons.map((value) => ({ value, label: words.reasons[value] ?? value }))}
        />
        <Button name="act" value="refuse" look="danger">
          {words.refuse}
        </Button>
      </form>
    </Card>
  );
}
