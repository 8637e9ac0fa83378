import { Icon } from "./icon.tsx";
import { useShell } from "./shell.tsx";
import { texts } from "./texts.ts";

/** Language names stand in their own language; the choice is a plain form. */
export function LanguageSwitch({ onBrand = false }: { onBrand?: boolean }) {
  const { language, path } = useShell();
  const tone = onBrand ? "text-on-brand" : "text-brand-text";
  return (
    <form method="post" action="/taal" className="no-print flex gap-1" aria-label={texts[language].language}>
      <input type="hidden" name="terug" value={path} />
      {(["nl", "en"] as const).map((one) => (
        <button
          key={one}
          name="taal"
          value={one}
          lang={one}
          aria-pressed={one === language}
          aria-label={one === "nl" ? "NL Nederlands" : "EN English"}
          className={`min-h-11 min-w-11 rounded-lg text-[0.9375rem] font-semibold ${tone} ${one === language ? "underline decoration-2 underline-offset-4" : ""}`}
        >
          {one.toUpperCase()}
        </button>
      ))}
    </form>
  );
}

/** Light, dark, or as the device has it. */
export function ThemeSwitch() {
  const { language, path, theme } = useShell();
  const words = texts[language];
  return (
    <form method="post" action="/weergave" className="-ml-2 flex flex-wrap items-center gap-x-1">
      <span className="w-full pl-2">{words.display}:</span>
      <input type="hidden" name="terug" value={path} />
      {(["light", "dark", "device"] as const).map((one) => (
        <button
          key={one}
          name="weergave"
          value={one}
          aria-pressed={one === theme}
          className={`min-h-11 px-2 text-brand-text ${one === theme ? "font-semibold underline decoration-2 underline-offset-4" : "underline underline-offset-4"}`}
        >
          {words.themes[one]}
        </button>
      ))}
    </form>
  );
}

/** Leaves, from every page of who is signed in. */
export function SignOut() {
  const { language } = useShell();
  return (
    <form method="post" action="/uitloggen">
      <button className="inline-flex min-h-11 items-center gap-2 rounded-lg px-2 font-medium text-brand-text hover:bg-sunk">
        <Icon name="logout" />
        {texts[language].signOut}
      </button>
    </form>
  );
}
