import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Card } from "#app/ui/data.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

type Props = { blocked: boolean; error: { field: "note" | "reason"; message: string; typed: string } | null };

/** What a clinician can do at a part: note that the client disagrees, and shield it from representatives. */
export function PartActs({ blocked, error }: Props) {
  const { language } = useShell();
  const words = pick(texts, language);
  const at = (field: "note" | "reason") =>
    error?.field === field ? { error: error.message, defaultValue: error.typed } : {};
  return (
    <>
      <Card title={words.note}>
        <form method="post">
          <TextArea name="note" label={words.noteText} hint={words.noteHint} {...at("note")} />
          <Button name="act" value="note">
            {words.noteDo}
          </Button>
        </form>
      </Card>
      <Card title={words.block}>
        <form method="post">
          <p className="mb-4">{blocked ? words.liftLead : words.blockLead}</p>
          {blocked ? null : <TextArea name="reason" label={words.reason} hint={words.reasonHint} {...at("reason")} />}
          <Button look="secondary" name="act" value={blocked ? "lift" : "block"}>
            {blocked ? words.lift : words.blockDo}
          </Button>
        </form>
      </Card>
    </>
  );
}
