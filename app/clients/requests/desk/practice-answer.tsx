import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card } from "#app/ui/data.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import type { Form } from "#app/ui/form-of.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { KindOf } from "../kinds.ts";
import { texts } from "./practice-texts.ts";

type Given = { kind: KindOf<"practice">; version: number; form: Form };

/** The answer of the practice, after it made the change in its own system. */
export function AnswerForm({ kind, version, form }: Given) {
  const { language } = useShell();
  const words = pick(texts, language);
  return (
    <Card title={words.answerTitle}>
      <p className="mb-4 max-w-2xl">{words.first[kind]}</p>
      <form method="post">
        <input type="hidden" name="version" value={version} />
        <TextArea {...form.field("answer")} label={words.answerLabel} hint={words.answerHint} />
        <div className="flex flex-wrap gap-3">
          <Button name="act" value="done">
            {words.done}
          </Button>
          <Button name="act" value="declined" look="secondary">
            {words.declined}
          </Button>
        </div>
      </form>
    </Card>
  );
}
