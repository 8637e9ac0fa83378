import { clientTexts } from "./client-texts.ts";
import type { IconName } from "./icon-names.ts";
import { useShell } from "./shell.tsx";

export type ClientPlace =
  "home" | "appointments" | "record" | "profile" | "tour" | "looks" | "requests" | "security" | "help";

/** Places of the client side, with their words, and the address they start with. */
export function usePlaces() {
  const { language, environment } = useShell();
  const words = clientTexts[language];
  const at = `/mijn/${environment?.id ?? ""}`;
  const place = (name: ClientPlace, path: string, icon: IconName) => ({
    name,
    href: at + path,
    label: words[name],
    icon,
  });
  return {
    words,
    at,
    main: [
      place("home", "", "home"),
      place("appointments", "/afspraken", "calendar"),
      place("record", "/zorgdossier", "folder"),
      place("profile", "/profiel", "user"),
    ],
    more: [
      place("looks", "/inzage", "eye"),
      place("requests", "/verzoeken", "edit"),
      place("security", "/veiligheid", "shield-check"),
      place("tour", "/rondleiding", "route"),
      place("help", "/hulp", "help-circle"),
    ],
  };
}
