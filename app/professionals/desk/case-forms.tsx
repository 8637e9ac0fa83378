import { askedFields } from "#app/professionals/joining/review/field-names.ts";
import { texts as registration } from "#app/professionals/joining/texts.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { TextArea, TextField } from "#app/ui/fields.tsx";
import type { Form } from "#app/ui/form-of.ts";
import { SelectField } from "#app/ui/select.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

type Given = { version: number; form: Form };

/** The call-back: only numbers of the register can be chosen (I-05). */
export function CallForm({ version, phones, form }: Given & { phones: string[] }) {
  const { language } = useShell();
  const words = pick(texts, language).case;
  if (phones.length === 0)
    return (
      <Notice kind="warning" title={words.callTitle}>
        {words.noPhone}
      </Notice>
    );
  return (
    <Card title={words.callTitle} id="bellen">
      <p className="mb-5 text-soft">{words.callLead}</p>
      <form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        <RadioGroup
          {...form.field("phone")}
          legend={words.phone}
          defaultValue={form.text("phone") || phones[0]}
          options={phones.map((phone) => ({ value: phone, label: phone }))}
        />
        <TextField {...form.field("person")} label={words.person} maxLength={100} autoComplete="off" />
        <RadioGroup
          {...form.field("outcome")}
          legend={words.callOutcome}
          options={(["confirmed", "not_reached", "denied"] as const).map((one) => ({
            value: one,
            label: words.callOutcomes[one],
          }))}
        />
        <Button look="secondary" name="act" value="call">
          {words.recordCall}
        </Button>
      </form>
    </Card>
  );
}

/** A question for the applicant: which field, and why (D13). */
export function AskForm({ version, form, signed }: Given & { signed: boolean }) {
  const { language } = useShell();
  const words = pick(texts, language).case;
  const { fields } = pick(registration, language);
  return (
    <Card title={words.askTitle} id="vragen">
      {signed ? <p className="mb-5 max-w-2xl text-soft">{words.askSigned}</p> : null}
      <form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        <SelectField
          {...form.field("field")}
          label={words.askField}
          empty="–"
          options={askedFields.map((field) => ({ value: field, label: fields[field] }))}
        />
        <TextArea {...form.field("question")} label={words.askWhy} hint={words.askHint} />
        <Button look="secondary" name="act" value="ask">
          {words.ask}
        </Button>
      </form>
    </Card>
  );
}
