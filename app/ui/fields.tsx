import { LONGEST_WORDS } from "#app/shared/longest-words.ts";
import { Labelled, describedBy, type Labels } from "./labelled.tsx";

type Text = Labels & {
  name: string;
  id?: string;
  defaultValue?: string;
  type?: "text" | "email" | "tel" | "date" | "search";
  autoComplete?: string;
  inputMode?: "text" | "numeric" | "email" | "tel" | "search";
  maxLength?: number;
  width?: "full" | "half" | "code";
};

const WIDTH = { full: "max-w-xl", half: "max-w-72", code: "max-w-48" };

/** One line of text with its label above, hint below the label and error before the field. */
export function TextField({ name, id = name, type = "text", width = "full", ...rest }: Text) {
  const { label, hint, error, optional, ...input } = rest;
  return (
    <Labelled id={id} label={label} hint={hint} error={error} optional={optional}>
      <input
        {...input}
        id={id}
        name={name}
        type={type}
        className={`field-input ${WIDTH[width]}`}
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Labelled>
  );
}

/** A new or existing password. Never filled in again after an error. */
export function PasswordField({
  name,
  id = name,
  label,
  hint,
  error,
  autoComplete,
}: Labels & { name: string; id?: string; autoComplete: "current-password" | "new-password" }) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        name={name}
        type="password"
        autoComplete={autoComplete}
        maxLength={400}
        className="field-input max-w-xl"
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Labelled>
  );
}

/** A one-time code; phones offer to fill it in from the message. */
export function CodeField({
  name,
  id = name,
  label,
  hint,
  error,
  length = 6,
}: Labels & { name: string; id?: string; length?: number }) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error}>
      <input
        id={id}
        name={name}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={length + 4}
        className="field-input max-w-48 text-xl tracking-[0.2em]"
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Labelled>
  );
}

/** Several lines of text. */
export function TextArea({
  name,
  id = name,
  label,
  hint,
  error,
  optional,
  defaultValue,
  rows = 4,
}: Labels & { name: string; id?: string; defaultValue?: string; rows?: number }) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error} optional={optional}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxLength={LONGEST_WORDS}
        defaultValue={defaultValue}
        className="field-input max-w-xl"
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
      />
    </Labelled>
  );
}

export { SelectField } from "./select.tsx";
export { ErrorSummary } from "./error-summary.tsx";
export { CheckboxField, CheckboxGroup, RadioGroup } from "./choices.tsx";
export { Button } from "./buttons.tsx";
