import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

/** Mails the practice a new link to the same document: after it lapsed, got lost, or was closed by wrong codes. */
export function RenewLink({ version }: { version: number }) {
  const { language } = useShell();
  const words = pick(texts, language).case;
  return (
    <form method="post" className="mt-4">
      <input type="hidden" name="version" value={version} />
      <p className="mb-3 max-w-2xl text-soft">{words.renewLead}</p>
      <Button name="act" value="renew" look="secondary">
        {words.renew}
      </Button>
    </form>
  );
}
