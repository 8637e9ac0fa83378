import { describedBy, FieldError } from "#app/ui/labelled.tsx";

type Words = { birth: string; day: string; month: string; year: string };
const FIELDS = [
  { name: "day", length: 2, autoComplete: "bday-day" },
  { name: "month", length: 2, autoComplete: "bday-month" },
  { name: "year", length: 4, autoComplete: "bday-year" },
] as const;

/** A date of birth in three fields: nobody scrolls a calendar to a year long ago. */
export function BirthFields({
  words,
  typed,
  error,
}: {
  words: Words;
  typed?: Record<string, string | string[]>;
  error?: string;
}) {
  return (
    <div className={`mb-6 ${error ? "border-l-4 border-negative pl-4" : ""}`}>
      <fieldset aria-describedby={describedBy("day", undefined, error)}>
        <legend className="mb-1 font-semibold">{words.birth}</legend>
        <FieldError id="day">{error}</FieldError>
        <div className="flex flex-wrap gap-3">
          {FIELDS.map(({ name, length, autoComplete }) => (
            <div key={name}>
              <label htmlFor={name} className="mb-1 block text-[0.9375rem]">
                {words[name]}
              </label>
              <input
                id={name}
                name={name}
                inputMode="numeric"
                maxLength={length}
                autoComplete={autoComplete}
                defaultValue={typeof typed?.[name] === "string" ? typed[name] : undefined}
                aria-invalid={error ? true : undefined}
                className={`field-input ${length === 4 ? "w-28" : "w-20"}`}
              />
            </div>
          ))}
        </div>
      </fieldset>
    </div>
  );
}
