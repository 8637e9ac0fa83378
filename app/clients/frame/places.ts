import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

/** Words, language and the address that every page about this client starts with (`own`: about oneself, and what belongs to
 * the account). */
export function usePortal() {
  const { language, environment } = useShell();
  const own = `/mijn/${environment?.id ?? ""}`;
  const at = environment?.helps?.at ?? own;
  return { language, words: pick(texts, language), at, own, desk: environment?.desk };
}
