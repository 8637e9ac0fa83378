const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^-?\d+(?:[.,]\d+)?$/;

/**
 * Lines as CSV that a Dutch Excel opens by itself: byte order mark, semicolons, CRLF. What a spreadsheet would run as a
 * formula has an apostrophe in front (OWASP CSV injection); numbers below zero stay numbers.
 */
export function csvFile(lines: string[][]): Buffer {
  return Buffer.from(`\ufeff${lines.map((cells) => cells.map(cell).join(";")).join("\r\n")}\r\n`);
}

function cell(text: string): string {
  const safe = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
