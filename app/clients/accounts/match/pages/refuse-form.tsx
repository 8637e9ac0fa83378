import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { Card } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { reasons } from "../reasons.ts";
import { texts } from "../texts.ts";

/** Refuses a sign-up, with the reason that stays with the practice. */
export function RefuseForm({ version, missing }: { version: number; missing?: string }) {
  const words = pick(texts, useShell().language);
  return (
    <Card title={words.refuseTitle}>
      <form method="post">
        <input type="hidden" name="version" value={version} />
        <RadioGroup
          name="reason"
          legend={words.reason}
          hint={words.reasonHint}
          error={missing}
          options={reasons.map((value) => ({ value, label: words.reasons[value] ?? value }))}
        />
        <Button name="act" value="refuse" look="danger">
          {words.refuse}
        </Button>
      </form>
    </Card>
  );
}
