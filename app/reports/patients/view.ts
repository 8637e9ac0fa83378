import { pick, type Language } from "#app/shared/i18n.ts";
import type { Indicator } from "../definitions/catalogue.ts";
import { notDone } from "./measured.data.ts";
import { texts } from "./texts.ts";
import { ageBand, type Asked, type Filter, PAGE_SIZE, type Placed } from "./work-list.ts";

/** Where a list is shown: `practice` as the address names it, if it does. */
export type ListAt = { indicator: Indicator; practice: string | null };

/** A row as the list shows it: nothing that names a patient, but for the row that was revealed. */
export type ShownRow = {
  ref: string;
  place: number;
  counted: boolean;
  age: [from: number | null, to: number | null];
  value: number | null;
  date: string | null;
  revealed: { number: string; birthYear: number } | null;
};

/** One page of the rows that were asked for, masked. */
export function shownRows(
  look: { chosen: Placed[]; revealed: Placed | null; list: { measuredOn: string } },
  asked: Asked,
  refOf: (row: Placed) => string,
): { page: number; pages: number; rows: ShownRow[] } {
  const pages = Math.max(1, Math.ceil(look.chosen.length / PAGE_SIZE));
  const page = Math.min(asked.page, pages);
  const rows = look.chosen.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((row): ShownRow => {
    const { place, counted, value, date } = row;
    const open = row === look.revealed ? { number: row.number, birthYear: row.birthYear } : null;
    return {
      ref: refOf(row),
      place,
      counted,
      value,
      date,
      age: ageBand(row.birthYear, look.list.measuredOn),
      revealed: open,
    };
  });
  return { page, pages, rows };
}

/** What a filter shows, in words of its indicator: "geen HbA1c in 12 maanden". */
export function filterWords(filter: Filter, indicator: Indicator, language: Language): string {
  const words = pick(texts, language).list;
  const { windowMonths } = indicator;
  const undone = notDone[indicator.id]?.[language];
  switch (filter) {
    case "missing":
      if (!undone) return `${words.missing}: ${indicator.name[language]}`;
      return windowMonths > 0 ? words.inMonths(undone, windowMonths) : undone;
    case "counted":
      return words.counted(indicator.name[language]);
    case "older":
      return words.older;
    case "all":
      return words.allRows;
  }
}
