import { TextField } from "#app/ui/fields.tsx";
import { moreFields, type MoreWords } from "../more-fields.ts";

type Given = { words: MoreWords; optional: string; field: (name: string) => { error?: string; defaultValue?: string } };

/** The fields that nothing is judged by, one below the other. */
export function MoreInputs({ words, optional, field }: Given) {
  return Object.entries(moreFields).map(([name, { input, optional: mayBeEmpty }]) => (
    <TextField
      key={name}
      name={name}
      label={words[name]?.label ?? name}
      hint={words[name]?.hint}
      optional={mayBeEmpty ? optional : undefined}
      {...input}
      {...field(name)}
    />
  ));
}
