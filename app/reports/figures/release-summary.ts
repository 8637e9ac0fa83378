import Database from "better-sqlite3";
import type { Totals } from "#db/schema/reports.ts";
import { CELL } from "./cells.ts";
import { MIN_DENOMINATOR } from "./disclosure.ts";
import { COUNTRY } from "./scopes.ts";

/** A release file in a few sums, to compare one with another. */
export type ReleaseSummary = {
  period: string;
  deliveryId: string;
  totals: Totals;
  /** Code of the practice → all its denominators added. */
  denominators: Map<number, number>;
  /** Id → mean of the practices' values as a fraction, null for too few; and the share of them with numerator 0. */
  indicators: Map<string, { mean: number | null; zero: number; practices: number }>;
};

/** Sums of the release in this file. Holds its thread for as long as the file takes to read. @throws when there is no such file */
export function summarise(file: string): ReleaseSummary {
  const connection = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const raw = <Row>(text: string) => connection.prepare<unknown[], Row>(text).raw();
    const about = new Map(raw<[string, string]>("select key, value from about").all());
    const ids = raw<[string]>("select id from indicators order by number").all();
    const means = new Map(
      raw<[number, number | null]>("select indicator, mean from benchmarks where scope = ?").all(COUNTRY),
    );
    const [zeroes, counted] = [new Float64Array(ids.length), new Float64Array(ids.length)];
    const totals = { practices: 0, numerator: 0, denominator: 0 };
    const denominators = new Map<number, number>();
    const rows = raw<[number, Buffer]>(
      "select p.agb, f.cells from practices p join figures f on f.practice = p.number",
    );
    for (const [agb, bytes] of rows.iterate()) {
      const cells = new Int32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
      let sum = 0;
      for (let indicator = 0, at = 0; indicator < ids.length; indicator++, at += CELL) {
        const [numerator, denominator] = [cells[at]!, cells[at + 1]!];
        if (denominator < 0) continue;
        totals.numerator += numerator;
        sum += denominator;
        if (denominator < MIN_DENOMINATOR) continue;
        counted[indicator]!++;
        if (numerator === 0) zeroes[indicator]!++;
      }
      totals.practices++;
      totals.denominator += sum;
      denominators.set(agb, sum);
    }
    return {
      period: about.get("period") ?? "",
      deliveryId: about.get("deliveryId") ?? "",
      totals,
      denominators,
      indicators: new Map(
        ids.map(([id], n) => [
          id,
          {
            mean: means.get(n) ?? null,
            zero: counted[n]! === 0 ? 0 : zeroes[n]! / counted[n]!,
            practices: counted[n]!,
          },
        ]),
      ),
    };
  } finally {
    connection.close();
  }
}
