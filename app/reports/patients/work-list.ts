import type { PatientRow } from "./patient-row.ts";

/** Which patients of the list are wanted. */
export const filters = ["missing", "counted", "older", "all"] as const;
export type Filter = (typeof filters)[number];
export const sorts = ["oldest", "newest", "highest", "lowest", "delivered"] as const;
export type Sort = (typeof sorts)[number];
export const monthChoices = [3, 6, 12, 18, 24] as const;

export type Asked = {
  filter: Filter;
  /** With `older`: the last date lies longer ago than this many months before the measurement date, or is not known. */
  months: number;
  sort: Sort;
  /** From 1. */
  page: number;
  period: string | null;
};

export const PAGE_SIZE = 50;

/** A row with its place in the list as it was delivered, from 1. */
export type Placed = PatientRow & { place: number };

/** The rows that are asked for, in the order that is asked for. */
export function workList(rows: PatientRow[], asked: Asked, measuredOn: string): Placed[] {
  const before = monthsBefore(measuredOn, asked.months);
  const wanted = rows
    .map((row, at): Placed => ({ ...row, place: at + 1 }))
    .filter((row) => {
      if (asked.filter === "missing") return !row.counted;
      if (asked.filter === "counted") return row.counted;
      return asked.filter === "all" || row.date === null || row.date < before;
    });
  return wanted.sort((a, b) => compare(a, b, asked.sort) || a.place - b.place);
}

function compare(a: PatientRow, b: PatientRow, sort: Sort): number {
  switch (sort) {
    // Never done comes before long ago.
    case "oldest":
      return order(a.date ?? "", b.date ?? "");
    case "newest":
      return order(b.date ?? "", a.date ?? "");
    case "highest":
      return (b.value ?? -Infinity) === (a.value ?? -Infinity) ? 0 : (b.value ?? -Infinity) - (a.value ?? -Infinity);
    case "lowest":
      return (a.value ?? Infinity) === (b.value ?? Infinity) ? 0 : (a.value ?? Infinity) - (b.value ?? Infinity);
    case "delivered":
      return 0;
  }
}

const order = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** The same day so many months earlier; the last day of the month where that month is shorter. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return `${first.toISOString().slice(0, 8)}${String(Math.min(day, length)).padStart(2, "0")}`;
}

/** Ten years of age in which somebody is at the measurement date: [50, 59]; the ends are open (null). */
export function ageBand(birthYear: number, measuredOn: string): [from: number | null, to: number | null] {
  const age = Number(measuredOn.slice(0, 4)) - birthYear;
  if (age < 20) return [null, 19];
  if (age >= 90) return [90, null];
  const from = Math.floor(age / 10) * 10;
  return [from, from + 9];
}
