import { pick, type Language } from "#app/shared/i18n.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { catalogueVersion } from "../definitions/catalogue.ts";
import { formatPeriod } from "#app/reports/model/figure-format.ts";
import type { Cell } from "#app/shared/csv.ts";
import type { Table } from "./file.ts";
import { texts } from "./texts.ts";

/** From where figures come: on every file that leaves. */
export type Origin = {
  practice: { name: string; agb: string };
  person: string;
  at: Date;
  language: Language;
  demo: boolean;
  period: string;
  measuredOn: string;
};

/** The stamp of a file, with what is special to it; and the same for programs, in columns. */
export function stampOf(
  origin: Origin,
  more: [label: string, value: Cell][],
): Pick<Table, "stamp" | "origin" | "sheet" | "stampSheet"> {
  const words = pick(texts, origin.language);
  const { stamp } = words;
  const rows: [string, Cell][] = [
    [stamp.practice, `${origin.practice.name}, AGB ${origin.practice.agb}`],
    [stamp.data, formatPeriod(origin.period)],
    [stamp.measured, { date: origin.measuredOn }],
    [stamp.definition, catalogueVersion],
    ...more,
    [stamp.person, origin.person],
    [stamp.at, formatDateTime(origin.at, origin.language)],
  ];
  if (origin.demo) rows.push([stamp.note, words.invented]);
  return {
    sheet: words.sheet,
    stampSheet: { name: words.origin, heads: [words.fact, words.value] },
    stamp: rows,
    origin: {
      heads: [words.columns.practice, words.columns.definition],
      cells: [origin.practice.agb, catalogueVersion],
    },
  };
}
