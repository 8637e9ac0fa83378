import { createHash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import type { FaultList } from "./fault-list.ts";
import type { FileFacts } from "./manifest.ts";

const CHUNK = 1 << 20;
const LONGEST_LINE = 4096;

/**
 * Takes whole lines: `buffer[start, end)` ends in a line feed.
 * @param form which of the headers the file has
 * @returns how many lines it held
 */
export type TakeLines = (buffer: Buffer, start: number, end: number, form: number) => number;

/**
 * Streams a file in whole lines and compares size, checksum and number of rows with the manifest.
 * The first line must be one of `headers`; `take` never sees it. Stops early when the list of faults is full.
 */
export function readLines(
  place: string,
  headers: readonly string[],
  facts: FileFacts,
  list: FaultList,
  take: TakeLines,
  progress: (bytes: number) => void,
): void {
  const handle = openSync(place, "r");
  try {
    stream(handle, headers, facts, list, take, progress);
  } finally {
    closeSync(handle);
  }
}

function stream(
  handle: number,
  headers: readonly string[],
  facts: FileFacts,
  list: FaultList,
  take: TakeLines,
  progress: (bytes: number) => void,
): void {
  const buffer = Buffer.allocUnsafe(CHUNK + LONGEST_LINE);
  const hash = createHash("sha256");
  let kept = 0;
  let bytes = 0;
  let lines = 0;
  let form = 0;
  for (;;) {
    const count = readSync(handle, buffer, kept, CHUNK, null);
    if (count === 0) break;
    hash.update(buffer.subarray(kept, kept + count));
    bytes += count;
    const filled = kept + count;
    const end = buffer.subarray(0, filled).lastIndexOf(10) + 1;
    let start = 0;
    if (lines === 0 && end > 0) {
      start = buffer.indexOf(10) + 1;
      lines = 1;
      const first = buffer.toString("latin1", 0, start - 1);
      form = headers.indexOf(first);
      if (form < 0) return list.add(1, "header", undefined, first);
    }
    if (end > start) lines += take(buffer, start, end, form);
    if (list.full()) return;
    kept = filled - end;
    if (kept > LONGEST_LINE) return list.add(lines + 1, "line_too_long");
    buffer.copyWithin(0, end, filled);
    progress(bytes);
  }
  if (kept > 0) list.add(lines + 1, "no_line_end");
  else if (lines === 0) list.add(1, "header", undefined, "");
  if (bytes !== facts.bytes) list.add(undefined, "bytes", undefined, `${bytes} ≠ ${facts.bytes}`);
  if (hash.digest("hex") !== facts.sha256) list.add(undefined, "sha256");
  const rows = Math.max(0, lines - 1);
  if (rows !== facts.rows) list.add(undefined, "rows", undefined, `${rows} ≠ ${facts.rows}`);
}
