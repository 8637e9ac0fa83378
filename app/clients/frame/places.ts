import { pick } from "#app/shared/i18n.ts";
import { useShell } from "#app/ui/shell.tsx";
import { texts } from "./texts.ts";

/** Words, language and the address that every page about this client starts with. */
export function usePortal() {
  const { language, environment } = useShell();
  const at = environment?.helps?.at ?? `/mijn/${environment?.id ?? ""}`;
  return { language, words: pick(texts, language), at, desk: environment?.desk };
}
