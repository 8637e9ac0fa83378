import type { FaultList } from "./fault-list.ts";
import { readLines } from "./line-reader.server.ts";
import type { FileFacts } from "./manifest.ts";
import { utf8 } from "./utf8.ts";

export const PRACTICES_HEADER = "practice;careGroup";

export type DeliveredPractice = { agb: string; careGroup: string | null };

/** Reads the list of connected practices of a delivery: sorted by code, each once, with the name of its care group. */
export function readPractices(place: string, facts: FileFacts, list: FaultList): DeliveredPractice[] {
  const practices: DeliveredPractice[] = [];
  let line = 1;
  const take = (buffer: Buffer, start: number, end: number) => {
    const text = utf8(buffer.subarray(start, end - 1));
    if (text === undefined) return explainEncoding(buffer, start, end, line, list);
    const rows = text.split("\n");
    for (const row of rows) takeRow(row, ++line, practices, list);
    return rows.length;
  };
  readLines(place, PRACTICES_HEADER, facts, list, take, () => undefined);
  return practices;
}

function takeRow(row: string, line: number, practices: DeliveredPractice[], list: FaultList): void {
  const fields = row.split(";");
  if (fields.length !== 2) return list.add(line, "columns", undefined, `${fields.length} ≠ 2`);
  const [agb = "", careGroup = ""] = fields;
  if (!/^\d{8}$/.test(agb)) return list.add(line, "pattern", "practice", agb);
  if (!/^(?:[\p{L}\d][\p{L}\p{N} .,'&()-]{0,79})?$/u.test(careGroup)) return list.add(line, "pattern", "careGroup");
  const before = practices.at(-1)?.agb ?? "";
  if (agb === before) return list.add(line, "duplicate", "practice", agb);
  if (agb < before) return list.add(line, "unsorted", "practice", agb);
  practices.push({ agb, careGroup: careGroup || null });
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
