import { CsvError, parse } from "csv-parse/sync";

export type CsvRow = { line: number; cells: string[] };
export type Csv = { rows: CsvRow[]; fault: { line: number; words: string } | null };

/**
 * Reads separated text (RFC 4180): quoted cells may hold separators, quotes and line ends. Empty lines are passed over. The
 * separator is the comma, or the semicolon where the heading has that one: a Dutch spreadsheet program saves it so.
 */
export function readCsv(text: string): Csv {
  const rows: CsvRow[] = [];
  // The parser counts CRLF inside a cell as two lines, so lines are counted here.
  let line = 1;
  const take = (cells: string[]) => {
    if (cells.length > 1 || cells[0] !== "") rows.push({ line, cells });
    line += cells.join("").split("\n").length;
    return null;
  };
  const delimiter = /^[^\n,]*;/.test(text) ? ";" : ",";
  const form = { bom: true, delimiter, record_delimiter: ["\r\n", "\n"], relax_column_count: true, relax_quotes: true };
  try {
    parse(text, { ...form, on_record: take });
    return { rows, fault: null };
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== "CSV_QUOTE_NOT_CLOSED") throw error;
    return { rows, fault: { line, words: "a quoted cell is not closed" } };
  }
}
