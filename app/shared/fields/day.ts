import { z } from "zod";
import { isWholeDate } from "../birth-date.ts";
import { compact, plain } from "./written.ts";

/** A day as `YYYY-MM-DD`, from that or from day, month and year as people write them; null when there is no such day. */
export function readDay(typed: string): string | null {
  const [, day = "", month = "", year = ""] = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\.?$/.exec(plain(typed)) ?? [];
  const date = year ? `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` : plain(typed);
  return isWholeDate(date) ? date : null;
}

/** A whole day; browsers without a calendar send what was typed. Code: `date`. */
export const day = z.string().transform((typed, context) => {
  const date = readDay(typed);
  if (date !== null) return date;
  context.addIssue({ code: "custom", message: "date" });
  return z.NEVER;
});

const part = (longest: number) =>
  z.string().transform(compact).pipe(z.string().max(longest, "birth").regex(/^\d+$/, "birth"));

/** A date of birth in three fields. Code: `birth`, at each of them. */
export const birthParts = { day: part(2), month: part(2), year: part(4) };

/** The faults of a form with such fields: one for the three of them, at the first. A child stays one. */
export function birthAtDay(errors: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(errors).map(([field, code]) =>
      field in birthParts ? ["day", code === "child" ? "child" : "birth"] : [field, code],
    ),
  );
}

/**
 * The date of birth of three fields as `YYYY-MM-DD`, or null when there is no such day, it lies after `today` or more
 * than 120 years before it.
 */
export function birthDateOf(parts: { day: string; month: string; year: string }, today: string): string | null {
  if (parts.year.length !== 4) return null;
  const date = readDay(`${parts.day}-${parts.month}-${parts.year}`);
  if (date === null || date > today || Number(parts.year) < Number(today.slice(0, 4)) - 120) return null;
  return date;
}
