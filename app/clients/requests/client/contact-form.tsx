import { contactLines, type OwnContact } from "#app/clients/requests/request.ts";
import type { Typed } from "#app/shared/form.ts";
import { pick } from "#app/shared/i18n.ts";
import { About } from "#app/ui/about.tsx";
import { Button } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { ErrorSummary, TextField } from "#app/ui/fields.tsx";
import { formatDate } from "#app/ui/format.ts";
import { usePortal } from "#app/clients/frame/places.ts";
import { texts } from "./practice-texts.ts";
import { formOf } from "#app/ui/form-of.ts";

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
  const form = formOf(back, words.errors, { held: known });
  return (
    <form method="post" data-draft="contact">
      <About />
      <ErrorSummary errors={form.summary} />
      {contactLines.map((name) => (
        <TextField
          key={name}
          {...form.field(name)}
          label={words.lines[name]}
          hint={name === "email" ? words.mail : undefined}
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
