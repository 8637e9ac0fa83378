import { TextField } from "#app/ui/fields.tsx";
import { moreFields, type MoreWords } from "../more-fields.ts";
import type { Form } from "#app/ui/form-of.ts";

type Given = { words: MoreWords; optional: string; form: Form };

/** The fields that nothing is judged by, one below the other. */
export function MoreInputs({ words, optional, form }: Given) {
  return Object.entries(moreFields).map(([name, { input, optional: mayBeEmpty }]) => (
    <TextField
      key={name}
      label={words[name]?.label ?? name}
      hint={words[name]?.hint}
      optional={mayBeEmpty ? optional : undefined}
      {...input}
      {...form.field(name)}
    />
  ));
}
