import type { Option } from "./select.tsx";
import { FieldError, describedBy } from "./labelled.tsx";

type Group = {
  name: string;
  id?: string;
  legend: string;
  hint?: string;
  error?: string;
  options: Option[];
  optional?: string;
};
const BOX = "mt-1 size-5 shrink-0 accent-action";

/** One of a few, all in sight. */
export function RadioGroup({ defaultValue, ...group }: Group & { defaultValue?: string }) {
  return <Choices {...group} type="radio" chosen={defaultValue === undefined ? [] : [defaultValue]} />;
}

/** Any number of a few. */
export function CheckboxGroup({ defaultValues = [], ...group }: Group & { defaultValues?: string[] }) {
  return <Choices {...group} type="checkbox" chosen={defaultValues} />;
}

function Choices({
  name,
  id = name,
  legend,
  hint,
  error,
  options,
  optional,
  type,
  chosen,
}: Group & { type: "radio" | "checkbox"; chosen: string[] }) {
  return (
    // The line stands on a box around the group: beside a fieldset it would start at the middle of the legend.
    <div className={`mb-6 ${error ? "border-l-4 border-negative pl-4" : ""}`}>
      <fieldset aria-describedby={describedBy(id, hint, error)}>
        <legend className="mb-1 font-semibold">
          {legend}
          {optional ? <span className="font-normal text-soft"> ({optional})</span> : null}
        </legend>
        {hint ? (
          <p id={`${id}-hint`} className="mb-1.5 max-w-xl text-[0.9375rem] text-soft">
            {hint}
          </p>
        ) : null}
        <FieldError id={id}>{error}</FieldError>
        <div className="space-y-1">
          {options.map((option, i) => (
            <label key={option.value} className="flex min-h-9 max-w-xl items-start gap-2.5 py-1">
              <input
                type={type}
                // The error summary links to the first choice.
                id={i === 0 ? id : `${id}-${option.value}`}
                name={name}
                value={option.value}
                defaultChecked={chosen.includes(option.value)}
                className={BOX}
              />
              <span>
                {option.label}
                {option.hint ? <span className="block text-[0.9375rem] text-soft">{option.hint}</span> : null}
              </span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

/** One yes or no, such as a consent; never ticked beforehand. */
export function CheckboxField({
  name,
  id = name,
  label,
  hint,
  error,
  defaultChecked = false,
}: {
  name: string;
  id?: string;
  label: string;
  hint?: string;
  error?: string;
  defaultChecked?: boolean;
}) {
  return (
    <div className={`mb-6 ${error ? "border-l-4 border-negative pl-4" : ""}`}>
      <FieldError id={id}>{error}</FieldError>
      <label className="flex max-w-xl items-start gap-2.5" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={defaultChecked}
          className={BOX}
          aria-describedby={describedBy(id, hint, error)}
          aria-invalid={error ? true : undefined}
        />
        <span>
          {label}
          {hint ? (
            <span id={`${id}-hint`} className="block text-[0.9375rem] text-soft">
              {hint}
            </span>
          ) : null}
        </span>
      </label>
    </div>
  );
}
