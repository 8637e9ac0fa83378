import { LONGEST_EMAIL, LONGEST_NAME } from "#app/shared/fields/longest.ts";
import { CheckboxField, CheckboxGroup } from "#app/ui/choices.tsx";
import { pick } from "#app/shared/i18n.ts";
import { TextField } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import type { Form } from "#app/ui/form-of.ts";
import { texts } from "../texts.ts";
import type { MoreWords } from "../more-fields.ts";
import { MoreInputs } from "./more-inputs.tsx";

type Given = { form: Form; words: (typeof texts)["nl"]["details"] };
type Person = Given & { more: MoreWords; careGroups: { value: string; label: string }[] };

/** Who registers, for which practice, and how to reach both (I-03). */
export function PersonFields({ form, words, more, careGroups }: Person) {
  const field = (name: keyof typeof words) => ({
    ...form.field(name),
    label: words[name],
    hint: words[`${name}Hint` as keyof typeof words],
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
        defaultValue={form.text("mobile") ?? "06"}
        type="tel"
        maxLength={30}
        width="half"
        optional={words.optional}
        autoComplete="tel"
      />
      <MoreInputs words={more} optional={words.optional} form={form} />
      <CheckboxGroup
        name="careGroups"
        legend={words.careGroups}
        hint={words.careGroupsHint}
        error={form.error("careGroups")}
        optional={words.optional}
        options={careGroups}
        defaultValues={form.list("careGroups")}
      />
      <TextField {...field("otherCareGroup")} hint={undefined} maxLength={100} optional={words.optional} />
    </>
  );
}

/** What a practice that is not connected yet says besides (I-02). */
export function ConnectionFields({ form, words }: Given) {
  const { language, operator } = useShell();
  return (
    <fieldset className="mt-8">
      <legend className="mb-4 text-xl font-semibold">{words.connection}</legend>
      <TextField
        name="recordSystem"
        label={words.recordSystem}
        hint={words.recordSystemHint}
        error={form.error("recordSystem")}
        defaultValue={form.text("recordSystem")}
        maxLength={80}
      />
      <CheckboxField
        name="agreesToConnect"
        label={pick(texts, language).agreesToConnect(operator.network)}
        error={form.error("agreesToConnect")}
        defaultChecked={form.text("agreesToConnect") === "yes"}
      />
    </fieldset>
  );
}
