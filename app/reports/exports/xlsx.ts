import type { WriteSheet } from "hucre";
import { rangeRef, writeXlsx } from "hucre/xlsx";
import type { Cell } from "#app/shared/csv.ts";

/** One sheet: heads above rows, with filters; a column of decimals shows so many. */
export type Sheet = { name: string; heads: string[]; rows: Cell[][]; decimals?: (number | null)[]; widths?: number[] };

/** The same file gets the same bytes, whenever it is made. */
const MADE = new Date(Date.UTC(2000, 0, 1));
const HEAD = { style: { font: { bold: true, size: 11, name: "Calibri" } } };

/**
 * A workbook as Excel 2007 and later read it (ECMA-376): heads frozen and with filters, numbers and dates as such. Text
 * is stored as text, which no spreadsheet runs; its lines end as Excel's do, and signs that XML cannot hold are left out.
 */
export async function xlsxOf(sheets: Sheet[]): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ properties: { modified: MADE }, sheets: sheets.map(sheetOf) }));
}

function sheetOf({ name, heads, rows, decimals = [], widths = [] }: Sheet): WriteSheet {
  const values = rows.map((line) => line.map(valueOf));
  const cells: WriteSheet["cells"] = new Map(heads.map((_, n) => [`0,${n}`, HEAD]));
  values.forEach((line, r) =>
    line.forEach((value, n) => {
      // A text such as `#N/A` would be written as the fault of a formula; one with runs stays a text.
      if (typeof value === "string" && value.startsWith("#"))
        cells.set(`${r + 1},${n}`, { richText: [{ text: value }] });
    }),
  );
  // Without a format of its own a date is shown as one.
  const formatOf = (n: number) =>
    values.some((line) => line[n] instanceof Date) ? undefined : decimals[n] ? "0.0" : "#,##0";
  return {
    name: name.slice(0, 31),
    freezePane: { rows: 1 },
    autoFilter: { range: rangeRef(0, 0, rows.length, heads.length - 1) },
    columns: heads.map((head, n) => ({ width: widths[n] ?? widthOf(head, rows, n), numFmt: formatOf(n) })),
    rows: [heads, ...values],
    cells,
  };
}

function valueOf(cell: Cell): string | number | Date | null {
  if (cell === null || typeof cell === "number") return cell;
  if (typeof cell === "object" && "date" in cell) return new Date(cell.date);
  const text = typeof cell === "string" ? cell : cell.code;
  return text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(/[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff]/g, "");
}

/** Wide enough for the head with its filter button and for the texts of the first rows, in signs. */
function widthOf(head: string, rows: Cell[][], column: number): number {
  const texts = rows.slice(0, 100).map((cells) => cells[column]);
  const longest = Math.max(0, ...texts.map((cell) => (typeof cell === "string" ? cell.length : 0)));
  return Math.min(60, Math.max(12, head.length + 4, longest + 1));
}
