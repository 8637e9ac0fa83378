import { explainLine, type Expected, type Key } from "./explain-line.ts";
import type { FaultList } from "#app/reports/format/fault-list.ts";
import { readLines } from "#app/reports/format/line-reader.server.ts";
import type { Manifest } from "#app/reports/format/manifest.ts";

export const VALUES_HEADER = "practice;indicator;period;numerator;denominator";
/** The second form also brings the numerator to be expected from the patients of the practice. */
const FORMS = [VALUES_HEADER, `${VALUES_HEADER};expected`];

const SEMICOLON = 59;
const LINE_FEED = 10;
const POINT = 46;
const ZERO = 48;
const NONE = -1;
const BAD = -2;

/**
 * Reads the figures of a delivery and hands each to `add`, in order. The common line is taken byte by byte without making
 * a string; whatever is not exactly that goes to `explainLine`, which says what is wrong with it.
 */
export function readValues(
  place: string,
  facts: Manifest["files"]["values.csv"],
  expected: Expected,
  list: FaultList,
  add: (practice: number, indicator: number, numerator: number, denominator: number, expected: number) => void,
  progress: (bytes: number) => void,
): void {
  const middles = expected.indicators.map((id) => Buffer.from(`${id};${expected.period};`, "latin1"));
  const numberOf = new Map(expected.indicators.map((id, number) => [id, number]));
  const last: Key = { code: -1, indicator: -1 };
  const totals = { numerator: 0, denominator: 0, expected: 0 };
  let weighed = false;
  let practice = -1;
  let line = 1;
  let at = 0;

  /** Digits up to `end`; -1 when they are no whole number of at most nine digits. */
  const whole = (buffer: Buffer, end: number) => {
    const first = at;
    let value = 0;
    let byte = buffer[at]!;
    while (byte >= ZERO && byte <= ZERO + 9) {
      value = value * 10 + byte - ZERO;
      byte = buffer[++at]!;
    }
    const length = at - first;
    const bad = byte !== end || length === 0 || length > 9 || (length > 1 && buffer[first] === ZERO);
    at++;
    return bad ? -1 : value;
  };
  /** A decimal up to the end of the line, in thousandths; NONE when empty, BAD when it is not of the right form. */
  const thousandths = (buffer: Buffer) => {
    if (buffer[at] === LINE_FEED) {
      at++;
      return NONE;
    }
    const first = at;
    let value = 0;
    let point = -1;
    let byte = buffer[at]!;
    while ((byte >= ZERO && byte <= ZERO + 9) || (byte === POINT && point < 0)) {
      if (byte === POINT) point = at;
      else value = value * 10 + byte - ZERO;
      byte = buffer[++at]!;
    }
    const end = at++;
    const [whole, parts] = point < 0 ? [end - first, 0] : [point - first, end - point - 1];
    const right = byte === LINE_FEED && whole > 0 && whole <= 6 && parts <= 3 && (point < 0 || parts > 0);
    if (!right || (whole > 1 && buffer[first] === ZERO)) return BAD;
    return value * (parts === 0 ? 1000 : parts === 1 ? 100 : parts === 2 ? 10 : 1);
  };
  const practiceCode = (buffer: Buffer) => {
    let code = 0;
    for (const stop = at + 8; at < stop; at++) {
      const digit = buffer[at]! - ZERO;
      if (digit < 0 || digit > 9) return -1;
      code = code * 10 + digit;
    }
    return buffer[at++] === SEMICOLON ? code : -1;
  };
  const indicatorNumber = (buffer: Buffer, guess: number) => {
    let number = guess;
    if (!holds(buffer, at, middles[number])) {
      const end = buffer.indexOf(SEMICOLON, at);
      number = numberOf.get(buffer.toString("latin1", at, Math.min(end, at + 16))) ?? -1;
      if (!holds(buffer, at, middles[number])) return -1;
    }
    at += middles[number]!.length;
    return number;
  };
  /** Takes one line; false when anything about it is out of the ordinary. */
  const takeLine = (buffer: Buffer, form: number) => {
    const code = practiceCode(buffer);
    if (code < 0) return false;
    const same = code === last.code;
    const indicator = indicatorNumber(buffer, same ? last.indicator + 1 : 0);
    if (indicator < 0) return false;
    const numerator = whole(buffer, SEMICOLON);
    const denominator = numerator < 0 ? -1 : whole(buffer, form === 0 ? LINE_FEED : SEMICOLON);
    const hoped = denominator < 0 || form === 0 ? NONE : thousandths(buffer);
    if (denominator < 0 || hoped === BAD || (numerator > denominator && !expected.rates[indicator])) return false;
    if (same ? indicator <= last.indicator : code < last.code) return false;
    const number = same ? practice : (expected.practices.get(code) ?? -1);
    if (number < 0) return false;
    practice = number;
    last.code = code;
    last.indicator = indicator;
    totals.numerator += numerator;
    totals.denominator += denominator;
    if (hoped > 0) totals.expected += hoped;
    add(practice, indicator, numerator, denominator, hoped);
    return true;
  };
  const take = (buffer: Buffer, start: number, end: number, form: number) => {
    const before = line;
    weighed = form === 1;
    for (at = start; at < end && !list.full();) {
      const from = at;
      line++;
      if (takeLine(buffer, form)) continue;
      at = buffer.indexOf(LINE_FEED, from) + 1;
      const figures = explainLine(buffer.subarray(from, at - 1), line, { ...expected, weighed }, last, list);
      practice = expected.practices.get(last.code) ?? -1;
      // The sums go on over a faulty line, so that one fault does not show up as three.
      totals.numerator += figures?.numerator ?? 0;
      totals.denominator += figures?.denominator ?? 0;
      totals.expected += figures?.expected ?? 0;
    }
    return line - before;
  };
  readLines(place, FORMS, facts, list, take, progress);
  if (list.full()) return;
  for (const column of ["numerator", "denominator"] as const) {
    const stated = facts.controlTotals[column];
    if (totals[column] !== stated) list.add(undefined, "control_total", column, `${totals[column]} ≠ ${stated}`);
  }
  const { expected: hoped } = facts.controlTotals;
  const stated = hoped === undefined ? undefined : Math.round(hoped * 1000);
  if (stated !== (weighed ? totals.expected : undefined))
    list.add(undefined, "control_total", "expected", `${weighed ? totals.expected / 1000 : "–"} ≠ ${hoped ?? "–"}`);
}

function holds(buffer: Buffer, at: number, bytes: Buffer | undefined): boolean {
  if (!bytes) return false;
  for (let i = 0; i < bytes.length; i++) if (buffer[at + i] !== bytes[i]) return false;
  return true;
}
