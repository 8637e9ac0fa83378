import { addWorkingDays, workingDaysBetween } from "#app/platform/settings/working-days.server.ts";

/** How long something may take: so many days on which people work, or so many months of the calendar. */
export type Term = { workingDays: number } | { months: number };

/** The last day of a term that begins on a day, both `YYYY-MM-DD`. */
export function lastDay(term: Term, from: string): string {
  return "months" in term ? plusMonths(from, term.months) : addWorkingDays(from, term.workingDays);
}

/** A last day, moved on by the working days between the day on which its clock stopped and the day on which it goes on. */
export function movedBy(due: string, stoppedOn: string, goesOn: string): string {
  return addWorkingDays(due, Math.max(0, workingDaysBetween(stoppedOn, goesOn)));
}

/**
 * A date so many calendar months later; where that month has no such day, its last day.
 * @param date `YYYY-MM-DD`
 */
export function plusMonths(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(day, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
