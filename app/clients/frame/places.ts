import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

/** Words, language and the address that every page of this environment starts with. */
export function usePortal() {
  const { language, environment } = useShell();
  return { language, words: pick(texts, language), at: `/mijn/${environment?.id ?? ""}`, desk: environment?.desk };
}
