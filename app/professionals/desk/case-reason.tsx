import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import type { Form } from "#app/ui/form-of.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

/** An act with a reason that the applicant will read: turning down, or asking to sign anew. */
export function ReasonForm({ act, version, form }: { act: "reject" | "sign_again"; version: number; form: Form }) {
  const { language } = useShell();
  const words = pick(texts, language).case;
  const own = {
    reject: { title: words.rejectTitle, lead: null, button: words.reject, look: "danger" },
    sign_again: { title: words.signAgainTitle, lead: words.signAgainLead, button: words.signAgain, look: "secondary" },
  } as const;
  const { title, lead, button, look } = own[act];
  return (
    <details open={form.error("reason") !== undefined} className="my-6">
      <summary className="min-h-11 font-semibold text-brand-text">{title}</summary>
      {lead ? <p className="mt-3 max-w-2xl">{lead}</p> : null}
      <form method="post" noValidate className="mt-3">
        <input type="hidden" name="version" value={version} />
        <TextArea {...form.field("reason")} label={words.rejectReason} hint={words.rejectHint} />
        <Button look={look} name="act" value={act}>
          {button}
        </Button>
      </form>
    </details>
  );
}
