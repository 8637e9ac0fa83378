import type { DeliveredPractice } from "#app/reports/figures/write-lists.server.ts";
import type { FaultList } from "#app/reports/format/fault-list.ts";
import { readLines } from "#app/reports/format/line-reader.server.ts";
import type { FileFacts } from "#app/reports/format/manifest.ts";
import { utf8 } from "./utf8.ts";

export const PRACTICES_HEADER = "practice;careGroup";
/** The second form says more about each practice; every added field may be empty. */
export const PRACTICES_HEADER_WIDE = `${PRACTICES_HEADER};region;listSize;named;formerly`;
const WIDTHS = [2, 6];
const NAME = /^(?:[\p{L}\d][\p{L}\p{N} .,'&()-]{0,79})?$/u;
const SIZE = /^(?:[1-9]\d{0,5})?$/;
const CODES = /^(?:\d{8}(?: \d{8}){0,9})?$/;

/** Reads the list of connected practices of a delivery: sorted by code, each once, with the name of its care group. */
export function readPractices(place: string, facts: FileFacts, list: FaultList): DeliveredPractice[] {
  const practices: DeliveredPractice[] = [];
  let line = 1;
  const take = (buffer: Buffer, start: number, end: number, form: number) => {
    const text = utf8(buffer.subarray(start, end - 1));
    if (text === undefined) return explainEncoding(buffer, start, end, line, list);
    const rows = text.split("\n");
    for (const row of rows) takeRow(row, ++line, WIDTHS[form]!, practices, list);
    return rows.length;
  };
  readLines(place, [PRACTICES_HEADER, PRACTICES_HEADER_WIDE], facts, list, take, () => undefined);
  const merged = new Set(practices.flatMap(({ formerly }) => formerly));
  practices.forEach(({ agb }, n) => {
    if (merged.has(agb)) list.add(n + 2, "duplicate", "formerly", agb);
  });
  return practices;
}

function takeRow(row: string, line: number, width: number, practices: DeliveredPractice[], list: FaultList): void {
  const fields = row.split(";");
  if (fields.length !== width) return list.add(line, "columns", undefined, `${fields.length} ≠ ${width}`);
  const [agb = "", careGroup = "", region = "", listSize = "", named = "", formerly = ""] = fields;
  if (!/^\d{8}$/.test(agb)) return list.add(line, "pattern", "practice", agb);
  if (!NAME.test(careGroup)) return list.add(line, "pattern", "careGroup");
  if (!NAME.test(region)) return list.add(line, "pattern", "region");
  if (!SIZE.test(listSize)) return list.add(line, "pattern", "listSize", listSize);
  if (!NAME.test(named)) return list.add(line, "pattern", "named");
  if (!CODES.test(formerly)) return list.add(line, "pattern", "formerly", formerly);
  const before = practices.at(-1)?.agb ?? "";
  if (agb === before) return list.add(line, "duplicate", "practice", agb);
  if (agb < before) return list.add(line, "unsorted", "practice", agb);
  practices.push({
    agb,
    careGroup: careGroup || null,
    region: region || null,
    listSize: listSize === "" ? null : Number(listSize),
    named: named || null,
    formerly: formerly === "" ? [] : formerly.split(" "),
  });
}

/** Names the lines that are not UTF-8. @returns how many lines there were */
function explainEncoding(buffer: Buffer, start: number, end: number, before: number, list: FaultList): number {
  let lines = 0;
  for (let from = start; from < end;) {
    const to = buffer.indexOf(10, from);
    lines++;
    if (utf8(buffer.subarray(from, to)) === undefined) list.add(before + lines, "encoding");
    from = to + 1;
  }
  return lines;
}
