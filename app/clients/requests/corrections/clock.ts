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

/** Last day to answer: one calendar month after the submission, three when it was extended (AVG art. 12, third paragraph). */
export function dueOn(submittedOn: string, extended: boolean): string {
  return plusMonths(submittedOn, extended ? 3 : 1);
}

/** Days from one date to another, negative when it has passed. */
export function daysUntil(due: string, today: string): number {
  return Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
}
