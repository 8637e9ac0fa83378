import { clientTexts } from "./client-texts.ts";
import type { IconName } from "./icon-names.ts";
import { useShell } from "./shell.tsx";

type OwnPlace = "security" | "tour" | "help";
export type ClientPlace = "home" | "appointments" | "record" | "profile" | "looks" | "requests" | OwnPlace;

/** Places of the client side, with their words, and the address they start with. Those about a client stay with whom the page is about. */
export function usePlaces() {
  const { language, environment } = useShell();
  const words = clientTexts[language];
  const at = `/mijn/${environment?.id ?? ""}`;
  const about = environment?.helps?.at ?? at;
  const placeAt = (start: string, name: ClientPlace, path: string, icon: IconName) => ({
    name,
    href: start + path,
    label: words[name],
    icon,
  });
  const place = (...where: [ClientPlace, string, IconName]) => placeAt(about, ...where);
  const own = (...where: [OwnPlace, string, IconName]) => placeAt(at, ...where);
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
      own("security", "/veiligheid", "shield-check"),
      own("tour", "/rondleiding", "route"),
      own("help", "/hulp", "help-circle"),
    ],
  };
}
