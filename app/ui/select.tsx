import { Labelled, describedBy, type Labels } from "./labelled.tsx";

export type Option = { value: string; label: string; hint?: string };

/** One of a list. An empty first line unless something is chosen already. */
export function SelectField({
  name,
  id = name,
  label,
  hint,
  error,
  optional,
  options,
  defaultValue,
  empty,
}: Labels & { name: string; id?: string; options: Option[]; defaultValue?: string; empty?: string }) {
  return (
    <Labelled id={id} label={label} hint={hint} error={error} optional={optional}>
      <select
        id={id}
        name={name}
        defaultValue={defaultValue ?? ""}
        className="field-input max-w-xl"
        aria-describedby={describedBy(id, hint, error)}
        aria-invalid={error ? true : undefined}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
