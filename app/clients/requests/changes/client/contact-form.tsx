import { contactLines, type OwnContact } from "#app/clients/requests/changes/change.ts";
import type { Typed } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { About } from "#app/ui/about.tsx";
import { Button } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { ErrorSummary, TextField } from "#app/ui/fields.tsx";
import { formatDate } from "#app/ui/format.ts";
import { usePortal } from "#app/clients/frame/places.ts";
import { texts } from "./texts.ts";

type Given = {
  answerBy: string;
  known: OwnContact;
  back?: { errors: Record<string, string>; typed: Typed };
};

const HOW = {
  street: { autoComplete: "street-address" },
  postcode: { autoComplete: "postal-code", width: "code" },
  town: { autoComplete: "address-level2" },
  phone: { autoComplete: "tel", type: "tel" },
  email: { autoComplete: "email", type: "email" },
} as const;

/** Address, phone and e-mail as the record has them, to be changed. */
export function ContactForm({ answerBy, known, back }: Given) {
  const { language } = usePortal();
  const all = pick(texts, language);
  const words = all.contact;
  const said = (name: string) => {
    const fault = back?.errors[name];
    return fault ? (words.errors[fault] ?? words.errors.long) : undefined;
  };
  const value = (name: keyof OwnContact) => {
    const typed = back?.typed[name];
    return typeof typed === "string" ? typed : known[name];
  };
  const summary = contactLines.flatMap((name) => {
    const message = said(name);
    return message ? [{ field: name, message }] : [];
  });
  return (
    <form method="post" data-draft="contact">
      <About />
      <ErrorSummary errors={summary} />
      {contactLines.map((name) => (
        <TextField
          key={name}
          name={name}
          label={words.lines[name]}
          hint={name === "email" ? words.mail : undefined}
          error={said(name)}
          defaultValue={value(name)}
          maxLength={200}
          {...HOW[name]}
        />
      ))}
      <Notice kind="info">{words.stands(formatDate(answerBy, language))}</Notice>
      <Button name="act" value="send">
        {all.send}
      </Button>
    </form>
  );
}
