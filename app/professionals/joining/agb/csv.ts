export type CsvRow = { line: number; cells: string[] };
export type Csv = { rows: CsvRow[]; fault: { line: number; words: string } | null };

/**
 * Reads separated text (RFC 4180): quoted cells may hold separators, quotes and line ends. Empty lines are passed over. The
 * separator is the comma, or the semicolon where the heading has that one: a Dutch spreadsheet program saves it so.
 */
export function readCsv(text: string): Csv {
  const separator = /^[^\n,]*;/.test(text) ? ";" : ",";
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = "";
  let line = 1;
  let startedOn = 1;
  let quotedFrom = 0;
  const endRow = () => {
    cells.push(cell);
    if (cells.length > 1 || cells[0] !== "") rows.push({ line: startedOn, cells });
    cells = [];
    cell = "";
  };
  for (let at = text.startsWith("\uFEFF") ? 1 : 0; at < text.length; at += 1) {
    const sign = text[at]!;
    if (quotedFrom > 0) {
      if (sign === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (sign === '"') quotedFrom = 0;
      else {
        if (sign === "\n") line += 1;
        cell += sign;
      }
    } else if (sign === '"' && cell === "") quotedFrom = line;
    else if (sign === separator) {
      cells.push(cell);
      cell = "";
    } else if (sign === "\n") {
      endRow();
      line += 1;
      startedOn = line;
    } else if (sign !== "\r") cell += sign;
  }
  if (quotedFrom > 0) return { rows, fault: { line: quotedFrom, words: "a quoted cell is not closed" } };
  endRow();
  return { rows, fault: null };
}
