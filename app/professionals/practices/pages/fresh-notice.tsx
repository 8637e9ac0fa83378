import { pick } from "#app/shared/i18n.ts";
import { Notice } from "#app/ui/data.tsx";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "../texts.ts";

/** The last code is too old for what was sent; another is asked beside this page, so that nothing typed is lost. */
export function FreshNotice() {
  const { language } = useShell();
  const { errors } = pick(texts, language);
  return (
    <Notice kind="negative" title={errors.fresh}>
      <a href="/inloggen/opnieuw?terug=/administratie" target="_blank" rel="noopener">
        {errors.freshHow}
      </a>
    </Notice>
  );
}
