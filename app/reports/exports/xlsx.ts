import { strToU8, zipSync } from "fflate";
import type { Cell } from "#app/shared/csv.ts";

/** One sheet: heads above rows, with filters; a column of decimals shows so many. */
export type Sheet = { name: string; heads: string[]; rows: Cell[][]; decimals?: (number | null)[]; widths?: number[] };

/** The same file gets the same bytes, whenever it is made. */
const ZIP_DATE = new Date(Date.UTC(2000, 0, 1, 12));
const EPOCH = Date.UTC(1899, 11, 30);
const DAY = 86_400_000;
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const STYLE = { head: 1, date: 2, whole: 3, decimals: 4 } as const;

/**
 * A workbook as Excel 2007 and later read it (ECMA-376): heads frozen and with filters, numbers and dates as such. Text
 * is stored as text, which no spreadsheet runs; signs that XML cannot hold are left out.
 */
export function xlsxOf(sheets: Sheet[]): Buffer {
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${sheets.map((_, n) => `<Override PartName="/xl/worksheets/sheet${n + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join("")}</Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.map(({ name }, n) => `<sheet name="${text(name.slice(0, 31))}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${sheets.map((_, n) => `<Relationship Id="rId${n + 1}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n + 1}.xml"/>`).join("")}<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    "xl/styles.xml": STYLES,
  };
  sheets.forEach((sheet, n) => (files[`xl/worksheets/sheet${n + 1}.xml`] = worksheet(sheet)));
  const entries = Object.entries(files).map(([name, xml]) => [name, strToU8(HEAD + xml)] as const);
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: ZIP_DATE, level: 6 }));
}

const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`;

function worksheet({ heads, rows, decimals = [], widths = [] }: Sheet): string {
  const letters = heads.map((_, n) => letter(n));
  const last = `${letters.at(-1) ?? "A"}${rows.length + 1}`;
  const columns = heads.map((head, n) => {
    const width = widths[n] ?? widthOf(head, rows, n);
    return `<col min="${n + 1}" max="${n + 1}" width="${width}" customWidth="1"/>`;
  });
  const parts = [
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${columns.join("")}</cols><sheetData><row r="1">`,
    ...heads.map((head, n) => inline(`${letters[n]!}1`, head, STYLE.head)),
    "</row>",
  ];
  rows.forEach((cells, r) => {
    const at = r + 2;
    parts.push(`<row r="${at}">`);
    for (let n = 0; n < cells.length; n++) parts.push(cellXml(`${letters[n]!}${at}`, cells[n]!, decimals[n]));
    parts.push("</row>");
  });
  parts.push(`</sheetData><autoFilter ref="A1:${last}"/></worksheet>`);
  return parts.join("");
}

function cellXml(at: string, cell: Cell, decimals: number | null | undefined): string {
  if (cell === null) return "";
  if (typeof cell === "string") return inline(at, cell);
  if (typeof cell !== "number" && "code" in cell) return inline(at, cell.code);
  if (typeof cell === "number") return `<c r="${at}" s="${decimals ? STYLE.decimals : STYLE.whole}"><v>${cell}</v></c>`;
  return `<c r="${at}" s="${STYLE.date}"><v>${(Date.parse(cell.date) - EPOCH) / DAY}</v></c>`;
}

function inline(at: string, value: string, style?: number): string {
  return `<c r="${at}" t="inlineStr"${style ? ` s="${style}"` : ""}><is><t xml:space="preserve">${text(value)}</t></is></c>`;
}

/** Wide enough for the head with its filter button and for the texts of the first rows, in signs. */
function widthOf(head: string, rows: Cell[][], column: number): number {
  const texts = rows.slice(0, 100).map((cells) => cells[column]);
  const longest = Math.max(0, ...texts.map((cell) => (typeof cell === "string" ? cell.length : 0)));
  return Math.min(60, Math.max(12, head.length + 4, longest + 1));
}

/** Column 0 is A, 26 is AA. */
function letter(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letter(Math.floor(column / 26) - 1) + rest;
}

// Most text needs no care: asking once is cheaper than four replacements.
const SPECIAL = /[&<>"\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff\r]/;

function text(value: string): string {
  const whole = value.toWellFormed();
  if (!SPECIAL.test(whole)) return whole;
  return whole
    .replace(/[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\r", "&#13;");
}
