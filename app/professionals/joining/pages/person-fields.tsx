import { LONGEST_EMAIL, LONGEST_NAME } from "#app/shared/fields/longest.ts";
import { CheckboxField, CheckboxGroup } from "#app/ui/choices.tsx";
import { pick } from "#app/shared/i18n.ts";
import { TextField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import type { saidAt } from "./said.ts";
import { texts } from "../texts.ts";
import type { MoreWords } from "../more-fields.ts";
import { MoreInputs } from "./more-inputs.tsx";

type Given = { said: ReturnType<typeof saidAt>; words: (typeof texts)["nl"]["details"] };
type Person = Given & { more: MoreWords; careGroups: { value: string; label: string }[] };

/** Who registers, for which practice, and how to reach both (I-03). */
export function PersonFields({ said, words, more, careGroups }: Person) {
  const field = (name: keyof typeof words) => ({
    name,
    label: words[name],
    hint: words[`${name}Hint` as keyof typeof words],
    error: said.message(name),
    defaultValue: said.text(name),
  });
  return (
    <>
      <div className="grid items-end gap-x-8 sm:grid-cols-2">
        <TextField {...field("agbPractitioner")} inputMode="numeric" maxLength={20} width="half" />
        <TextField {...field("agbPractice")} inputMode="numeric" maxLength={20} width="half" />
        <TextField {...field("firstName")} autoComplete="given-name" maxLength={LONGEST_NAME} />
        <TextField {...field("lastName")} autoComplete="family-name" maxLength={LONGEST_NAME} />
      </div>
      <TextField {...field("practiceEmail")} type="email" maxLength={LONGEST_EMAIL} autoComplete="email" />
      <TextField {...field("practiceEmailAgain")} type="email" maxLength={LONGEST_EMAIL} autoComplete="off" />
      <TextField
        {...field("ownEmail")}
        type="email"
        maxLength={LONGEST_EMAIL}
        optional={words.optional}
        autoComplete="off"
      />
      <TextField
        {...field("mobile")}
        defaultValue={said.text("mobile") ?? "06"}
        type="tel"
        maxLength={30}
        width="half"
        optional={words.optional}
        autoComplete="tel"
      />
      <MoreInputs
        words={more}
        optional={words.optional}
        field={(name) => ({ error: said.message(name), defaultValue: said.text(name) })}
      />
      <CheckboxGroup
        name="careGroups"
        legend={words.careGroups}
        hint={words.careGroupsHint}
        error={said.message("careGroups")}
        optional={words.optional}
        options={careGroups}
        defaultValues={said.list("careGroups")}
      />
      <TextField {...field("otherCareGroup")} hint={undefined} maxLength={100} optional={words.optional} />
    </>
  );
}

/** What a practice that is not connected yet says besides (I-02). */
export function ConnectionFields({ said, words }: Given) {
  const { language, operator } = useShell();
  return (
    <fieldset className="mt-8">
      <legend className="mb-4 text-xl font-semibold">{words.connection}</legend>
      <TextField
        name="recordSystem"
        label={words.recordSystem}
        hint={words.recordSystemHint}
        error={said.message("recordSystem")}
        defaultValue={said.text("recordSystem")}
        maxLength={80}
      />
      <CheckboxField
        name="agreesToConnect"
        label={pick(texts, language).agreesToConnect(operator.network)}
        error={said.message("agreesToConnect")}
        defaultChecked={said.text("agreesToConnect") === "yes"}
      />
    </fieldset>
  );
}
