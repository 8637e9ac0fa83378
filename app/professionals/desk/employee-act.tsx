import { texts } from "#app/professionals/practices/texts.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card } from "#app/ui/data.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import type { Form } from "#app/ui/form-of.ts";
import { useShell } from "#app/ui/shell.tsx";

type Given = {
  act: "take_up" | "approve" | "ask" | "reject";
  one: { version: number; stands: boolean };
  form: Form;
};

/** One thing that the desk can do with a request for an employee: a button, or words and a button. */
export function EmployeeAct({ act, one, form }: Given) {
  const words = pick(texts, useShell().language).desk;
  const version = <input type="hidden" name="version" value={one.version} />;
  if (act === "take_up" || act === "approve")
    return (
      <form method="post" className="mt-6">
        {version}
        <Button name="act" value={act} disabled={act === "approve" && !one.stands}>
          {act === "take_up" ? words.takeUp : words.approve}
        </Button>
      </form>
    );
  return (
    <Card title={words[act]}>
      <form method="post">
        {version}
        <TextArea {...form.field("words")} label={act === "ask" ? words.question : words.reason} />
        <Button name="act" value={act} look={act === "reject" ? "danger" : "secondary"}>
          {words[act]}
        </Button>
      </form>
    </Card>
  );
}
