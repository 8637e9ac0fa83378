/**
 * One cell: text, a number, a date (`YYYY-MM-DD`), a code or nothing. The kind decides how it is written, never its looks.
 * A code is text that looks like a number, a date or a power of ten (`0012345`, `3-4`, `12E5`) and must stay as it is.
 */
export type Cell = string | number | { date: string } | { code: string } | null;

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
    if (typeof cell === "string") return quoted(harmless(cell));
    if ("date" in cell) return quoted(cell.date);
    return quoted(flavour === "excel" ? literal(cell.code) : harmless(cell.code));
  };
  return Buffer.from(mark + lines.map((cells) => cells.map(write).join(between) + end).join(""));
}

/** At most six decimals, never in the notation with an exponent. */
function decimal(value: number): string {
  return value.toFixed(6).replace(/\.?0+$/, "");
}

// A spreadsheet guesses at bare cells; the result of a formula that is nothing but a text it leaves alone.
const literal = (code: string) => `="${code.replaceAll('"', '""')}"`;
const harmless = (text: string) => (FORMULA.test(text) ? `'${text}` : text);
const quoted = (text: string) => (/[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
