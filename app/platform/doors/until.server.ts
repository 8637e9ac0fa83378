import { dutchDate, today } from "#app/shared/clock.server.ts";
import type { Language } from "#app/shared/i18n.ts";
import { formatDateTime, formatTime } from "#app/ui/format.ts";

/** When a lock is over, in words: the time, and the day too when that is not today. */
export const whenAgain = (until: Date, language: Language): string =>
  dutchDate(until) === today() ? formatTime(until, language) : formatDateTime(until, language);
