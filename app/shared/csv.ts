/** One cell: text, a number, a date (`YYYY-MM-DD`) or nothing. The kind decides how it is written, never its looks. */
export type Cell = string | number | { date: string } | null;

/** How the reader of a file expects it: a Dutch Excel, or a program. */
export type Flavour = "excel" | "machine";

const FLAVOURS = {
  // Opened by a double click it must show columns: Excel wants the mark, semicolons and the comma of its country.
  excel: { mark: "\ufeff", between: ";", end: "\r\n", point: "," },
  machine: { mark: "", between: ",", end: "\n", point: "." },
} as const;

/** Signs after which a spreadsheet takes text for a formula, their wide forms too. */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * Lines as CSV (RFC 4180) in UTF-8. Text that a spreadsheet would run as a formula gets an apostrophe in front (OWASP
 * CSV injection); numbers are written from numbers, so that one below zero stays one.
 */
export function csvOf(lines: Cell[][], flavour: Flavour): Buffer {
  const { mark, between, end, point } = FLAVOURS[flavour];
  const write = (cell: Cell) => {
    if (cell === null) return "";
    if (typeof cell === "number") return decimal(cell).replace(".", point);
    return quoted(typeof cell === "string" ? harmless(cell) : cell.date);
  };
  return Buffer.from(mark + lines.map((cells) => cells.map(write).join(between) + end).join(""));
}

/** At most six decimals, never in the notation with an exponent. */
function decimal(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, "");
}

const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text);
const quoted = (text: string) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
