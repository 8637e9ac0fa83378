import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { TextArea } from "#app/ui/fields.tsx";
import { useShell } from "#app/ui/shell.tsx";
import type { Said } from "./case-forms.tsx";
import { texts } from "./texts.ts";

/** An act with a reason that the applicant will read: turning down, or asking to sign anew. */
export function ReasonForm({ act, version, said }: { act: "reject" | "sign_again"; version: number; said: Said }) {
  const { language } = useShell();
  const words = pick(texts, language).case;
  const own = {
    reject: { title: words.rejectTitle, lead: null, button: words.reject, look: "danger" },
    sign_again: { title: words.signAgainTitle, lead: words.signAgainLead, button: words.signAgain, look: "secondary" },
  } as const;
  const { title, lead, button, look } = own[act];
  const error = said.message(act, "reason");
  return (
    <details open={error !== undefined} className="my-6">
      <summary className="min-h-11 font-semibold text-brand-text">{title}</summary>
      {lead ? <p className="mt-3 max-w-2xl">{lead}</p> : null}
      <form method="post" noValidate className="mt-3">
        <input type="hidden" name="version" value={version} />
        <TextArea
          id={`${act}-reason`}
          name="reason"
          label={words.rejectReason}
          hint={words.rejectHint}
          error={error}
          defaultValue={said.typed(act, "reason")}
        />
        <Button look={look} name="act" value={act}>
          {button}
        </Button>
      </form>
    </details>
  );
}
