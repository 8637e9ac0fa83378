import type { Typed } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { About } from "#app/ui/about.tsx";
import { Button } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { ErrorSummary, RadioGroup, TextArea } from "#app/ui/fields.tsx";
import { formatDate } from "#app/ui/format.ts";
import { usePortal } from "#app/clients/frame/places.ts";
import { texts } from "./practice-texts.ts";
import { formOf } from "#app/ui/form-of.ts";
import { faults } from "#app/shared/fields/texts.ts";

type Given = { id: string; answerBy: string; back?: { errors: Record<string, string>; typed: Typed } };

/** Move or cancel, and when the client can come. */
export function AppointmentForm({ id, answerBy, back }: Given) {
  const { language } = usePortal();
  const all = pick(texts, language);
  const words = all.appointment;
  const form = formOf(back, { long: faults[language].long }, { fields: words.errors });
  return (
    <form method="post" data-draft={`appointment:${id}`}>
      <About />
      <ErrorSummary errors={form.summary} />
      <RadioGroup
        name="kind"
        legend={words.kind}
        error={form.error("kind")}
        defaultValue={form.text("kind")}
        options={(["move", "cancel"] as const).map((value) => ({
          value,
          label: words.kinds[value],
          hint: words.kindHints[value],
        }))}
      />
      <TextArea {...form.field("text")} label={words.words} hint={words.wordsHint} rows={4} />
      <Notice kind="info">{words.stands(formatDate(answerBy, language))}</Notice>
      <Button name="act" value="send">
        {all.send}
      </Button>
    </form>
  );
}
