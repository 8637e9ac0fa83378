import { texts } from "#app/professionals/practices/texts.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card } from "#app/ui/data.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";

type Given = {
  act: "take_up" | "approve" | "ask" | "reject";
  one: { version: number; stands: boolean };
  back?: { act: string; typed: string };
  error?: string;
};

/** One thing that the desk can do with a request for an employee: a button, or words and a button. */
export function EmployeeAct({ act, one, back, error }: Given) {
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
  const mine = back?.act === act;
  return (
    <Card title={words[act]}>
      <form method="post">
        {version}
        <TextArea
          id={`words-${act}`}
          name="words"
          label={act === "ask" ? words.question : words.reason}
          error={mine ? error : undefined}
          defaultValue={mine ? back.typed : undefined}
        />
        <Button name="act" value={act} look={act === "reject" ? "danger" : "secondary"}>
          {words[act]}
        </Button>
      </form>
    </Card>
  );
}
