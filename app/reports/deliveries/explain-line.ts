import type { FaultList } from "#app/reports/format/fault-list.ts";
import { utf8 } from "./utf8.ts";

/** What the rest of the delivery and the catalogue allow in a line of figures. */
export type Expected = {
  period: string;
  /** Practice code as a number → its number in the release. */
  practices: Map<number, number>;
  /** Ids ascending; the place is the number in the release. */
  indicators: string[];
  /** Indicators whose numerator may pass the denominator (rates). */
  rates: boolean[];
};

/** With the column of expected numerators or without. */
type Form = { weighed: boolean };

/** The last key that was read; `indicator` is its number. */
export type Key = { code: number; indicator: number };

const WHOLE = /^(?:0|[1-9]\d{0,8})$/;
const DECIMAL = /^(?:(?:0|[1-9]\d{0,5})(?:\.\d{1,3})?)?$/;

/**
 * Says what is wrong with one line of figures, and moves `last` on where the key itself can be read.
 * @returns the figures, as far as they are numbers
 */
export function explainLine(
  bytes: Uint8Array,
  line: number,
  expected: Expected & Form,
  last: Key,
  list: FaultList,
): { numerator: number; denominator: number; expected: number } | undefined {
  const text = utf8(bytes);
  if (text === undefined) {
    list.add(line, "encoding");
    return undefined;
  }
  const fields = text.split(";");
  const columns = expected.weighed ? 6 : 5;
  if (fields.length !== columns) {
    list.add(line, "columns", undefined, `${fields.length} ≠ ${columns}`);
    return undefined;
  }
  const [practice = "", indicatorId = "", period = "", numerator = "", denominator = "", hoped = ""] = fields;

  const code = /^\d{8}$/.test(practice) ? Number(practice) : undefined;
  if (code === undefined) list.add(line, "pattern", "practice", practice);
  else if (!expected.practices.has(code)) list.add(line, "unknown_practice", "practice", practice);
  const indicator = expected.indicators.indexOf(indicatorId);
  if (indicator < 0) list.add(line, "unknown_indicator", "indicator", indicatorId);
  if (period !== expected.period) list.add(line, "other_period", "period", period);

  const right = [WHOLE.test(numerator), WHOLE.test(denominator)];
  if (!DECIMAL.test(hoped)) list.add(line, "pattern", "expected", hoped);
  if (!right[0]) list.add(line, "pattern", "numerator", numerator);
  if (!right[1]) list.add(line, "pattern", "denominator", denominator);
  const figures = {
    numerator: Number(numerator),
    denominator: Number(denominator),
    expected: DECIMAL.test(hoped) ? Math.round(Number(hoped) * 1000) : 0,
  };
  if (right[0] && right[1] && figures.numerator > figures.denominator && !expected.rates[indicator])
    list.add(line, "out_of_range", "numerator", `${numerator} > ${denominator}`);

  if (code !== undefined && indicator >= 0) {
    const order = code - last.code || indicator - last.indicator;
    if (order === 0) list.add(line, "duplicate", undefined, `${practice} ${indicatorId}`);
    else if (order < 0) list.add(line, "unsorted", undefined, `${practice} ${indicatorId}`);
    else Object.assign(last, { code, indicator });
  }
  return right[0] && right[1] ? figures : undefined;
}
