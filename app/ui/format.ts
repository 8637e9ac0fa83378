import type { Language } from "#app/shared/i18n.ts";

const LOCALE = { nl: "nl-NL", en: "en-GB" } as const;
const ZONE = "Europe/Amsterdam";

// A formatter costs more to make than a whole page to render: each is made once.
const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
function keep<T extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => T): T {
  const known = kept.get(key) as T | undefined;
  if (known) return known;
  const made = make();
  kept.set(key, made);
  return made;
}

/** "24 november 2026", with the weekday before it: "di 24 november 2026". Takes a moment or a date `YYYY-MM-DD`. */
export function formatDate(value: Date | string, language: Language): string {
  const format = keep(`date-${language}`, () => {
    const options = { weekday: "short", day: "numeric", month: "long", year: "numeric", timeZone: ZONE } as const;
    return new Intl.DateTimeFormat(LOCALE[language], options);
  });
  return format.format(asMoment(value)).replace(",", "");
}

const UNKNOWN_BIRTH = { nl: "niet bekend", en: "not known" } as const;

/**
 * "10 januari 1950": a date of birth, of which nobody needs the weekday. What is known in part is said in part: "januari
 * 1950", "1950", "niet bekend".
 */
export function formatBirthDate(value: string, language: Language): string {
  const [year = "", month = "", day = ""] = value.split("-");
  if (Number(year) === 0) return UNKNOWN_BIRTH[language];
  if (Number(month) === 0) return year;
  if (Number(day) === 0) return formatMonth(`${year}-${month}-01`, language);
  const format = keep(`birth-${language}`, () => {
    return new Intl.DateTimeFormat(LOCALE[language], {
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: ZONE,
    });
  });
  return format.format(asMoment(value));
}

/** "14:05 uur", Dutch time. */
export function formatTime(value: Date | string, language: Language): string {
  const time = keep(`time-${language}`, () => {
    return new Intl.DateTimeFormat(LOCALE[language], { hour: "2-digit", minute: "2-digit", timeZone: ZONE });
  });
  return `${time.format(asMoment(value))}${language === "nl" ? " uur" : ""}`;
}

/** "di 24 november 2026, 14:05 uur", Dutch time. */
export function formatDateTime(value: Date | string, language: Language): string {
  return `${formatDate(value, language)}, ${formatTime(value, language)}`;
}

/** "november 2026", Dutch time. */
export function formatMonth(value: Date | string, language: Language): string {
  const format = keep(`month-${language}`, () => {
    return new Intl.DateTimeFormat(LOCALE[language], { month: "long", year: "numeric", timeZone: ZONE });
  });
  return format.format(asMoment(value));
}

/** A number with the separators of the language and a fixed number of decimals. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  const format = keep(`number-${language}-${decimals}`, () => {
    return new Intl.NumberFormat(LOCALE[language], {
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    });
  });
  return format.format(value);
}

/** A fraction 0..1 as "63,4%". */
export function formatPercent(fraction: number, language: Language, decimals = 1): string {
  return `${formatNumber(fraction * 100, language, decimals)}%`;
}

// A date without a time is put at noon, so that no zone moves it to another day.
function asMoment(value: Date | string): Date {
  return typeof value === "string" ? new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00Z` : value) : value;
}
