import type { FaultList } from "#app/reports/format/fault-list.ts";
import { readLines } from "#app/reports/format/line-reader.server.ts";
import type { FileFacts } from "#app/reports/format/manifest.ts";
import { looksLikeBsn } from "./bsn.ts";

export const DETAILS_HEADER = "practice;indicator;patient;number;birthYear;counted;value;date";

/** What the rest of the delivery says, against which the rows of patients are held. */
export type DetailsExpected = {
  measureDate: string;
  /** AGB codes in `practices.csv`. */
  practices: ReadonlySet<string>;
  indicators: ReadonlySet<string>;
  /** The delivered figure, or undefined when there is none. */
  figure: (practice: string, indicator: string) => { numerator: number; denominator: number } | undefined;
};

/** Takes one whole list; `text` holds its rows without practice and indicator. */
export type TakeList = (practice: string, indicator: string, rows: number, text: string) => void;

type Group = { practice: string; indicator: string; line: number; rows: string[]; counted: number; patient: string };
/** Facts about files and counts; everything else in this file is of a patient and is never repeated. */
const TOLD = new Set(["bytes", "rows", "columns", "details_rows", "details_counted", "details_figure"]);

/**
 * Reads the rows of patients of a delivery list by list, holds each against its figure, and hands those to `take`.
 * Only one list is in memory at a time. No fault repeats what stood in a line.
 */
export function readDetails(
  place: string,
  facts: FileFacts,
  expected: DetailsExpected,
  list: FaultList,
  take: TakeList,
  progress: (bytes: number) => void,
): void {
  const discreet: FaultList = {
    ...list,
    add: (line, code, column, detail) => list.add(line, code, column, TOLD.has(code) ? detail : undefined),
  };
  let line = 1;
  let group: Group | undefined;
  const finish = () => {
    if (!group) return;
    reconcile(group, expected, discreet);
    take(group.practice, group.indicator, group.rows.length, group.rows.join("\n"));
  };
  const takeLine = (text: string) => {
    const fields = text.split(";");
    if (fields.length !== 8) return discreet.add(line, "columns", undefined, `${fields.length} ≠ 8`);
    const [practice = "", indicator = "", patient = ""] = fields;
    if (practice !== group?.practice || indicator !== group.indicator) {
      if (!known(practice, indicator, line, expected, discreet)) return;
      if (group && (practice < group.practice || (practice === group.practice && indicator < group.indicator)))
        return discreet.add(line, "unsorted");
      finish();
      group = { practice, indicator, line, rows: [], counted: 0, patient: "" };
    }
    for (const [column, code] of faultsOf(fields, expected.measureDate)) discreet.add(line, code, column);
    if (patient === group.patient) discreet.add(line, "duplicate");
    else if (patient < group.patient) discreet.add(line, "unsorted");
    group.patient = patient;
    if (fields[5] === "1") group.counted++;
    group.rows.push(fields.slice(2).join(";"));
  };
  const takeLines = (buffer: Buffer, start: number, end: number) => {
    const before = line;
    // All that may stand here is ASCII: other bytes become letters that fit no column.
    for (const text of buffer.toString("latin1", start, end - 1).split("\n")) {
      line++;
      if (!discreet.full()) takeLine(text);
    }
    return line - before;
  };
  readLines(place, [DETAILS_HEADER], facts, discreet, takeLines, progress);
  if (!discreet.full()) finish();
}

function known(practice: string, indicator: string, line: number, expected: DetailsExpected, list: FaultList): boolean {
  const [right, sure] = [expected.practices.has(practice), expected.indicators.has(indicator)];
  if (!right) list.add(line, "unknown_practice", "practice");
  if (!sure) list.add(line, "unknown_indicator", "indicator");
  return right && sure;
}

/** What is wrong with the fields of one row: column and code. */
function faultsOf(fields: string[], measureDate: string): [column: string, code: string][] {
  const [, , patient = "", number = "", birthYear = "", counted = "", value = "", date = ""] = fields;
  const faults: [string, string][] = [];
  const must = (right: boolean, column: string) => {
    if (!right) faults.push([column, "pattern"]);
  };
  if (looksLikeBsn(patient)) faults.push(["patient", "looks_like_bsn"]);
  else must(/^[\w-]{8,40}$/.test(patient), "patient");
  if (looksLikeBsn(number)) faults.push(["number", "looks_like_bsn"]);
  else must(/^[A-Za-z0-9][\w./-]{0,19}$/.test(number), "number");
  const age = Number(measureDate.slice(0, 4)) - Number(birthYear);
  must(/^\d{4}$/.test(birthYear) && age >= 0 && age <= 130, "birthYear");
  must(counted === "0" || counted === "1", "counted");
  must(/^(?:-?\d{1,6}(?:\.\d{1,3})?)?$/.test(value), "value");
  must(date === "" || (isDate(date) && date <= measureDate), "date");
  return faults;
}

/** Dates that were judged before: a file of millions of rows holds a few hundred of them. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 5000;

function isDate(text: string): boolean {
  const known = judged.get(text);
  if (known !== undefined) return known;
  if (judged.size >= MOST_JUDGED) judged.clear();
  const right = readsAsDate(text);
  judged.set(text, right);
  return right;
}

function readsAsDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const moment = Date.parse(text);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(text);
}

/** Rows must be the denominator, rows that count the numerator (check level 4). */
function reconcile(group: Group, { figure }: DetailsExpected, list: FaultList): void {
  const { practice, indicator, line, rows, counted } = group;
  const delivered = figure(practice, indicator);
  const where = `${practice} ${indicator}`;
  if (!delivered) return list.add(line, "details_figure", undefined, where);
  const { numerator, denominator } = delivered;
  if (rows.length !== denominator)
    list.add(line, "details_rows", undefined, `${where}: ${rows.length} ≠ ${denominator}`);
  if (counted !== numerator) list.add(line, "details_counted", undefined, `${where}: ${counted} ≠ ${numerator}`);
}
