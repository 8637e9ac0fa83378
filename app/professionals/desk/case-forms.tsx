import { askedFields } from "#app/professionals/joining/review/field-names.ts";
import { texts as registration } from "#app/professionals/joining/texts.ts";
import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { RadioGroup } from "#app/ui/choices.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { TextArea, TextField } from "#app/ui/fields.tsx";
import { SelectField } from "#app/ui/select.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

/** What is said at a field of one of the forms on the page, and what was typed there. */
export type Said = {
  message: (act: string, field: string) => string | undefined;
  typed: (act: string, field: string) => string | undefined;
};
type Given = { version: number; said: Said };

/** The call-back: only numbers of the register can be chosen (I-05). */
export function CallForm({ version, phones, said }: Given & { phones: string[] }) {
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
          name="phone"
          legend={words.phone}
          error={said.message("call", "phone")}
          defaultValue={said.typed("call", "phone") || phones[0]}
          options={phones.map((phone) => ({ value: phone, label: phone }))}
        />
        <TextField
          id="call-person"
          name="person"
          label={words.person}
          error={said.message("call", "person")}
          defaultValue={said.typed("call", "person")}
          maxLength={100}
          autoComplete="off"
        />
        <RadioGroup
          name="outcome"
          legend={words.callOutcome}
          error={said.message("call", "outcome")}
          defaultValue={said.typed("call", "outcome")}
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
export function AskForm({ version, said, signed }: Given & { signed: boolean }) {
  const { language } = useShell();
  const words = pick(texts, language).case;
  const { fields } = pick(registration, language);
  return (
    <Card title={words.askTitle} id="vragen">
      {signed ? <p className="mb-5 max-w-2xl text-soft">{words.askSigned}</p> : null}
      <form method="post" noValidate>
        <input type="hidden" name="version" value={version} />
        <SelectField
          id="ask-field"
          name="field"
          label={words.askField}
          empty="–"
          error={said.message("ask", "field")}
          defaultValue={said.typed("ask", "field")}
          options={askedFields.map((field) => ({ value: field, label: fields[field] }))}
        />
        <TextArea
          id="ask-question"
          name="question"
          label={words.askWhy}
          hint={words.askHint}
          error={said.message("ask", "question")}
          defaultValue={said.typed("ask", "question")}
        />
        <Button look="secondary" name="act" value="ask">
          {words.ask}
        </Button>
      </form>
    </Card>
  );
}
