import { type Cell, csvOf } from "#app/shared/csv.ts";
import { own } from "#app/shared/own.ts";

/** Files a reader can take along, by the name in the address. */
export const forms = {
  "cijfers.csv": "excel",
  "cijfers-machine.csv": "machine",
  "cijfers.xlsx": "xlsx",
} as const;
export type Form = (typeof forms)[keyof typeof forms];

/** The form that this name in an address asks for, if any. */
export const formOf = (name: string | undefined): Form | undefined => own<Form>(forms, name);

/**
 * Rows with where they come from. `origin` are columns that a program needs in every row, as it reads no stamp;
 * people read the stamp.
 */
export type Table = {
  sheet: string;
  stampSheet: { name: string; heads: string[] };
  stamp: [label: string, value: Cell][];
  origin: { heads: string[]; cells: Cell[] };
  heads: string[];
  rows: Cell[][];
  /** Per column: how many decimals a spreadsheet shows, or null for what is no number. */
  decimals: (number | null)[];
};

/** The table as a file of this form. */
export async function fileOf(table: Table, form: Form): Promise<{ mediaType: string; ending: string; bytes: Buffer }> {
  const { heads, rows, stamp, origin } = table;
  if (form === "xlsx") {
    // Not before somebody asks for a workbook: a start need not wait for the modules of its library.
    const { xlsxOf } = await import("./xlsx.ts");
    const data = { name: table.sheet, heads, rows, decimals: table.decimals };
    const { name, heads: stampHeads } = table.stampSheet;
    return {
      mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      ending: "xlsx",
      bytes: await xlsxOf([data, { name, heads: stampHeads, rows: stamp, widths: [28, 70] }]),
    };
  }
  const lines =
    form === "excel"
      ? [...stamp, [], heads, ...rows]
      : [[...origin.heads, ...heads], ...rows.map((row) => [...origin.cells, ...row])];
  return { mediaType: "text/csv; charset=utf-8", ending: "csv", bytes: csvOf(lines, form) };
}
