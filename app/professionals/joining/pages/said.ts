import type { Typed } from "#app/shared/form.ts";

/** What a form page says at its fields: the error in words and what was typed before. */
export function saidAt(
  errors: Record<string, string>,
  typed: Typed,
  words: Record<string, string>,
  labels: Record<string, string | undefined> = {},
) {
  const message = (name: string) => {
    const code = errors[name];
    return code === undefined ? undefined : (words[code] ?? words.required);
  };
  return {
    message,
    text: (name: string) => (typeof typed[name] === "string" ? typed[name] : undefined),
    list: (name: string) => (Array.isArray(typed[name]) ? typed[name] : []),
    // In the list on top "fill this in" says nothing without the name of the field.
    all: Object.keys(errors).map((field) => {
      const said = message(field) ?? "";
      return { field, message: said, label: said === words.required ? labels[field] : undefined };
    }),
  };
}
