import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card } from "#app/ui/data.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import type { Form } from "#app/ui/form-of.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

/** What a clinician can do at a part: note that the client disagrees, and shield it from representatives. */
export function PartActs({ blocked, form }: { blocked: boolean; form: Form }) {
  const { language } = useShell();
  const words = pick(texts, language);
  return (
    <>
      <Card title={words.note}>
        <form method="post">
          <TextArea {...form.field("note")} label={words.noteText} hint={words.noteHint} />
          <Button name="act" value="note">
            {words.noteDo}
          </Button>
        </form>
      </Card>
      <Card title={words.block}>
        <form method="post">
          <p className="mb-4">{blocked ? words.liftLead : words.blockLead}</p>
          {blocked ? null : <TextArea {...form.field("reason")} label={words.reason} hint={words.reasonHint} />}
          <Button look="secondary" name="act" value={blocked ? "lift" : "block"}>
            {blocked ? words.lift : words.blockDo}
          </Button>
        </form>
      </Card>
    </>
  );
}
