export type Language = "nl" | "en";

/** The words of a feature in the language of the reader. */
export function pick<T>(texts: { nl: T; en: T }, language: Language): T {
  return texts[language];
}

/** The language of a request: what was chosen (cookie), else what the browser prefers, else Dutch. */
export function languageOf(request: Request): Language {
  const chosen = /(?:^|;\s*)taal=(nl|en)\b/.exec(request.headers.get("cookie") ?? "")?.[1];
  if (chosen) return chosen as Language;
  for (const part of (request.headers.get("accept-language") ?? "").slice(0, 200).split(",")) {
    const code = part.trim().slice(0, 2).toLowerCase();
    if (code === "nl" || code === "en") return code;
  }
  return "nl";
}

export type Theme = "light" | "dark" | "device";

/** How the reader wants the pages: light, dark, or as the device does. */
export function themeOf(request: Request): Theme {
  const chosen = /(?:^|;\s*)weergave=(light|dark)\b/.exec(request.headers.get("cookie") ?? "")?.[1];
  return (chosen as Theme | undefined) ?? "device";
}
