import { pick } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Notice } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import type { NameConsent } from "../name-consent.server.ts";
import { texts } from "../texts.ts";

/** Whether the practice stands in its care group by name: the own consent, given and ended here. */
export function NameConsentForm({ practiceId, consent }: { practiceId: string; consent: NameConsent }) {
  const { language } = useShell();
  const words = pick(texts, language).practice;
  const { mine, others, consenting } = consent;
  const all = others + 1;
  const shown = consenting === all;
  return (
    <section className="mt-6" id="naam">
      <h3>{words.nameTitle}</h3>
      <p className="max-w-2xl">{words.nameLead}</p>
      <Notice kind={shown ? "warning" : "info"} title={mine ? words.nameOn : words.nameOff}>
        {shown ? words.nameShown : mine ? words.nameWaits(consenting, all) : null}
      </Notice>
      <form method="post">
        <input type="hidden" name="practice" value={practiceId} />
        <Button look="secondary" name="act" value={mine ? "end_name" : "give_name"}>
          {mine ? words.nameEnd : words.nameGive}
        </Button>
      </form>
    </section>
  );
}
