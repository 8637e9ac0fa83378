import { type Language, pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";

/** Language and the address that every page about this client starts with (`own`: about oneself, and what belongs to the account). */
export function usePortal() {
  const { language, environment } = useShell();
  const own = `/mijn/${environment?.id ?? ""}`;
  return { language, at: environment?.helps?.at ?? own, own, desk: environment?.desk };
}

/** The same, with the words of a page. */
export function usePortalWords<T>(texts: Record<Language, T>) {
  const portal = usePortal();
  return { ...portal, words: pick(texts, portal.language) };
}
