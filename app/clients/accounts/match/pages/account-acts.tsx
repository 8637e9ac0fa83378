import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { CheckboxField, RadioGroup } from "#app/ui/choices.tsx";
import { Card, Notice } from "#app/ui/data.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import type { Form } from "#app/ui/form-of.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "../account-texts.ts";

/** Opens an account whose owner was seen to be 12 or older. */
export function AgeForm({ version, form }: { version: number; form: Form }) {
  const words = pick(texts, useShell().language);
  return (
    <Card title={words.ageTitle}>
      <form method="post">
        <input type="hidden" name="version" value={version} />
        <CheckboxField name="seen" label={words.ageCheck} error={form.error("seen")} />
        <Button name="act" value="age">
          {words.ageDo}
        </Button>
      </form>
    </Card>
  );
}

type Undo = {
  account: { signedUp: boolean; digid: boolean; version: number };
  form: Form;
  open: boolean;
};

/** Undoes a wrong match, with a reason and what becomes of the account. */
export function UndoForm({ account, form, open }: Undo) {
  const words = pick(texts, useShell().language);
  const { signedUp, digid, version } = account;
  return (
    <details open={open} className="no-print my-6">
      <summary className="min-h-11 py-2 font-semibold text-brand-text">{words.undo}</summary>
      <Card>
        <form method="post">
          <input type="hidden" name="version" value={version} />
          <p className="mb-3 max-w-2xl">{words.undoLead}</p>
          {digid ? <p className="mb-3 max-w-2xl">{signedUp ? words.undoDigid : words.undoOnlyDigid}</p> : null}
          <Notice kind="warning">{words.undoLeak}</Notice>
          <TextArea {...form.field("reason")} label={words.undoReason} hint={words.undoReasonHint} />
          <RadioGroup
            {...form.field("after")}
            legend={words.undoAfter}
            options={
              signedUp
                ? (["queue", "close"] as const).map((value) => ({ value, label: words.afters[value] }))
                : [{ value: "close", label: words.afterDigid }]
            }
          />
          <Button name="act" value="undo" look="danger">
            {words.undoDo}
          </Button>
        </form>
      </Card>
    </details>
  );
}

/** Opens an account again that was shut as that of a wrong person. */
export function ReopenForm({ version }: { version: number }) {
  const words = pick(texts, useShell().language);
  return (
    <Card title={words.reopen}>
      <p className="mb-4">{words.reopenLead}</p>
      <form method="post">
        <input type="hidden" name="version" value={version} />
        <Button name="act" value="reopen" look="secondary">
          {words.reopen}
        </Button>
      </form>
    </Card>
  );
}
