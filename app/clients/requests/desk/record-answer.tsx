import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card } from "#app/ui/data.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import type { Form } from "#app/ui/form-of.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { RecordState } from "../transitions.ts";
import { texts } from "./record-texts.ts";

type Given = { state: RecordState; version: number; form: Form };

/** What a clinician can do with a request in this state; nothing once it is answered. */
export function AnswerForms({ state, version, form }: Given) {
  const { language } = useShell();
  const words = pick(texts, language);
  if (state === "submitted")
    return (
      <form method="post">
        <input type="hidden" name="version" value={version} />
        <Button name="act" value="take_up">
          {words.takeUp}
        </Button>
      </form>
    );
  if (state !== "in_review" && state !== "extended") return null;
  return (
    <>
      <Card title={words.answerTitle}>
        <form method="post">
          <input type="hidden" name="version" value={version} />
          <TextArea {...form.field("answer")} label={words.answerLabel} hint={words.answerHint} />
          <div className="flex flex-wrap gap-3">
            <Button name="act" value="grant">
              {words.grant}
            </Button>
            <Button name="act" value="refuse" look="danger">
              {words.refuse}
            </Button>
          </div>
        </form>
      </Card>
      {state === "in_review" ? (
        <Card title={words.extendTitle}>
          <form method="post">
            <input type="hidden" name="version" value={version} />
            <TextArea {...form.field("reason")} label={words.extendLabel} hint={words.extendHint} />
            <Button name="act" value="extend" look="secondary">
              {words.extend}
            </Button>
          </form>
        </Card>
      ) : null}
    </>
  );
}
