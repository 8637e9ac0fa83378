import { pick, type Language } from "#app/shared/i18n.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { texts } from "#app/reports/model/texts.ts";

/** Who took a report along, when, and for whom it is made. */
export type Taken = {
  practice: { name: string; agb: string };
  /** Who asked for it, and when. */
  person: string;
  at: Date;
  language: Language;
  demo: boolean;
};

/** Where a report on paper comes from, in one paragraph; `fresh` says of when its figures are. */
export function stamp({ practice, person, at, language, demo }: Taken, fresh: string): string {
  const words = pick(texts, language);
  const made = words.pdf.made(person, formatDateTime(at, language));
  return `${practice.name}, AGB ${practice.agb}. ${fresh} ${made}${demo ? ` ${words.overview.invented}` : ""}`;
}
