import { pick, type Language } from "#app/shared/i18n.ts";
import { Button } from "#app/ui/buttons.tsx";
import { Badge, DataTable } from "#app/ui/data.tsx";
import { formatDate, formatNumber } from "#app/ui/format.ts";
import { useShell } from "#app/ui/shell.tsx";
import type { Indicator } from "../definitions/catalogue.ts";
import { listAddress } from "./asked.ts";
import { measured } from "./measured.data.ts";
import type { View } from "./page.server.ts";
import { texts } from "./texts.ts";
import type { ListAt, ShownRow } from "./view.ts";

type Words = typeof texts.nl.list;
/** The row was just asked for and the reader must come here first, without script too. */
const FOCUSED = { autoFocus: true };

/** One line per patient; number and birth year only of the one that was revealed in this answer. */
export function PatientTable({ view, at }: { view: View; at: ListAt }) {
  const { language } = useShell();
  const words = pick(texts, language).list;
  const value = measured[at.indicator.id]?.name[language];
  const columns = words.columns.map((column, i) => (i === 3 && value ? `${column} ${value}` : column));
  const here = listAddress({ indicatorId: at.indicator.id, practice: at.practice }, view.asked);
  return (
    <DataTable
      caption={words.caption}
      columns={columns}
      numeric={[]}
      rows={view.rows.map((row) => ({
        key: row.ref,
        cells: [
          <Who key="who" row={row} words={words} />,
          <span key="age" className="whitespace-nowrap">
            {row.revealed ? words.born(row.revealed.birthYear) : band(row.age, words)}
          </span>,
          <Badge key="state" kind={row.counted === (at.indicator.direction !== "lower") ? "positive" : "warning"}>
            {row.counted ? words.in : words.out}
          </Badge>,
          valueWords(row.value, at.indicator, words, language),
          <span key="date" className="whitespace-nowrap">
            {row.date ? formatDate(row.date, language) : words.noDate}
          </span>,
          row.revealed ? (
            <span key="shown" className="text-[0.9375rem] text-soft">
              {words.shown}
            </span>
          ) : (
            <form key="reveal" method="post" action={`${here}#patient-${row.place}`}>
              <input type="hidden" name="act" value="reveal" />
              <Button look="quiet" name="ref" value={row.ref}>
                <span aria-hidden="true">{words.reveal}</span>
                <span className="sr-only">{words.revealOf(String(row.place))}</span>
              </Button>
            </form>
          ),
        ],
      }))}
    />
  );
}

function Who({ row, words }: { row: ShownRow; words: Words }) {
  const name = words.patient(String(row.place));
  return (
    <span id={`patient-${row.place}`} className="block" {...(row.revealed && { tabIndex: -1, ...FOCUSED })}>
      <span className="block font-medium whitespace-nowrap">{name}</span>
      <span className="block text-[0.9375rem] text-soft">
        {words.number}{" "}
        {row.revealed ? (
          <strong className="text-lg whitespace-nowrap text-text">{row.revealed.number}</strong>
        ) : (
          <>
            <span aria-hidden="true">••••</span>
            <span className="sr-only">{words.masked}</span>
          </>
        )}
      </span>
    </span>
  );
}

function band([from, to]: ShownRow["age"], words: Words): string {
  if (from === null) return words.bands.young;
  if (to === null) return words.bands.old;
  return words.bands.between(from, to);
}

function valueWords(value: number | null, { id }: Indicator, words: Words, language: Language): string {
  if (value === null) return words.noValue;
  const known = measured[id];
  const written = formatNumber(value, language, known?.decimals ?? (Number.isInteger(value) ? 0 : 1));
  return known?.unit ? `${written}\u00a0${known.unit}` : written;
}
