import { readEmail } from "#app/shared/fields/email.ts";
import { readTelephone } from "#app/shared/fields/telephone.ts";
import { readCsv, type CsvRow } from "./csv.ts";
import type { Party, Relation } from "./register.ts";

export const columns = [
  "kind",
  "agb",
  "name",
  "initials",
  "birth_name",
  "trade_name",
  "care_kind",
  "qualifications",
  "phone",
  "email",
  "place",
  "starts_on",
  "ends_on",
  "related_agb",
  "relation",
] as const;
type Column = (typeof columns)[number];
export type Fault = { line: number; column: string; words: string };
export type RegisterFile = { parties: Party[]; relations: Relation[]; faults: Fault[] };

const KINDS = ["person", "organisation", "location"] as const;
const isDay = (value: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value)) &&
  new Date(Date.parse(value)).toISOString().startsWith(value);

const NOT_UTF8 =
  "the file is not UTF-8 but written in the letters of Windows (ANSI): accents would be read wrongly; save it as CSV UTF-8";

/**
 * Reads a register file as it stands on disk. UTF-8 and UTF-16 tell by themselves what they are; of other encodings nobody
 * can be sure, so they are refused with what to do.
 */
export function readRegisterBytes(bytes: Uint8Array): RegisterFile {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff && "utf-16be";
  try {
    return readRegisterFile(new TextDecoder(wide || "utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { parties: [], relations: [], faults: [{ line: 1, column: "-", words: NOT_UTF8 }] };
  }
}

/** Reads and judges a whole register file. Columns after the known ones are remarks and not read. */
export function readRegisterFile(text: string): RegisterFile {
  const { rows, fault } = readCsv(text);
  const result: RegisterFile = { parties: [], relations: [], faults: [] };
  if (fault) result.faults.push({ ...fault, column: "-" });
  const header = rows.shift();
  const wrong = columns.findIndex((name, at) => header?.cells[at]?.trim() !== name);
  if (wrong >= 0) {
    const words = `the heading is "${header?.cells[wrong] ?? ""}" and should be "${columns[wrong]!}"`;
    result.faults.push({ line: 1, column: columns[wrong]!, words });
    return result;
  }
  for (const row of rows) readRow(row, header!.cells.length, result);
  crossCheck(rows, result);
  return result;
}

function readRow(row: CsvRow, width: number, result: RegisterFile): void {
  const fault = (column: string, words: string) => result.faults.push({ line: row.line, column, words });
  if (row.cells.length !== width) {
    fault("-", `${row.cells.length} cells instead of ${width}`);
    return;
  }
  const cell = (name: Column) => row.cells[columns.indexOf(name)]!.trim();
  const demand = (name: Column, pattern: RegExp, words: string) => {
    if (!pattern.test(cell(name))) fault(name, `"${cell(name)}" ${words}`);
  };
  const demandOf = (name: Column, read: (typed: string) => string | null, words: string) => {
    if (cell(name) !== "" && read(cell(name)) === null) fault(name, `"${cell(name)}" ${words}`);
  };
  const optional = (name: Column) => cell(name) || null;
  demand(
    "agb",
    /^\d{8}$/,
    /^\d{7}$/.test(cell("agb")) ? "has seven digits: the leading zero is lost" : "is not eight digits",
  );
  if (!isDay(cell("starts_on"))) fault("starts_on", noDay(cell("starts_on")));
  if (cell("ends_on") !== "" && !isDay(cell("ends_on"))) fault("ends_on", noDay(cell("ends_on")));
  else if (cell("ends_on") !== "" && cell("ends_on") < cell("starts_on")) fault("ends_on", "lies before starts_on");
  const dates = { startsOn: cell("starts_on"), endsOn: optional("ends_on") };
  if (cell("kind") === "relation") {
    demand("related_agb", /^\d{8}$/, "is not eight digits");
    demand("relation", /^[a-z_]{2,40}$/, "is not a kind of relation (small letters and _)");
    result.relations.push({ agbA: cell("agb"), agbB: cell("related_agb"), kind: cell("relation"), ...dates });
    return;
  }
  const kind = KINDS.find((one) => one === cell("kind"));
  if (!kind) {
    fault("kind", `"${cell("kind")}" is not one of ${KINDS.join(", ")}, relation`);
    return;
  }
  demand("name", /^.{1,150}$/su, "is empty or longer than 150 signs");
  demand("care_kind", /^\d{2}$/, "is not two digits");
  demand("qualifications", /^(?:\d{4}(?:\|\d{4})*)?$/, "is not a list of four digits with | between");
  demandOf("phone", readTelephone, "is not a telephone number");
  demandOf("email", readEmail, "is not a mail address");
  demand("initials", /^(?:\p{L}\.?){0,6}$/u, "is not one to six initials");
  result.parties.push({
    agb: cell("agb"),
    kind,
    name: cell("name"),
    initials: optional("initials"),
    birthName: optional("birth_name"),
    tradeName: optional("trade_name"),
    careKind: cell("care_kind"),
    qualifications: cell("qualifications") ? cell("qualifications").split("|") : [],
    phone: optional("phone"),
    email: optional("email"),
    place: optional("place"),
    ...dates,
  });
}

/** Why a cell is no date. Day and month are not swapped for the sender: which is which only the sender knows. */
function noDay(value: string): string {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(value) ?? [];
  if (year === "") return `"${value}" is not a date (YYYY-MM-DD)`;
  const meant = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return `"${value}" has the day first; write year, month, day: ${meant}`;
}

/** What one row alone cannot tell: codes twice, relations twice, relations of parties that are not there. */
function crossCheck(rows: CsvRow[], result: RegisterFile): void {
  const seen = new Map<string, number>();
  const isRelation = (row: CsvRow) => row.cells[0]!.trim() === "relation";
  const say = (row: CsvRow, column: string, words: string) => result.faults.push({ line: row.line, column, words });
  for (const row of rows) {
    const agb = row.cells[1]?.trim() ?? "";
    const key = isRelation(row) ? [agb, row.cells[13], row.cells[14], row.cells[11]].join("|") : agb;
    const before = seen.get(key);
    if (before !== undefined) say(row, "agb", `"${agb}" stands on line ${before} already`);
    else seen.set(key, row.line);
  }
  for (const row of rows.filter(isRelation)) {
    if (!seen.has(row.cells[1]!.trim())) say(row, "agb", `"${row.cells[1]!}" is not a party in this file`);
    const other = row.cells[13]?.trim() ?? "";
    if (!seen.has(other)) say(row, "related_agb", `"${other}" is not a party in this file`);
  }
  result.faults.sort((a, b) => a.line - b.line);
}
