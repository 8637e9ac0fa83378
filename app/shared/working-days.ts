/** Which days the operator does not work, apart from weekends and the days nobody works. Policy, not law: data. */
export type Calendar = {
  goodFriday: boolean;
  /** 5 May: never, always, or in years divisible by five. */
  liberationDay: "never" | "always" | "fifth_years";
  /** Own closing days, `YYYY-MM-DD`. */
  closedOn: string[];
};

const DAY_MS = 86_400_000;
/** The date so many days later, `YYYY-MM-DD`. */
export const plusDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);

/** Easter Sunday of a year in the Gregorian calendar (anonymous algorithm of Meeus, Jones and Butcher), `YYYY-MM-DD`. */
function easterSunday(year: number): string {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const skipped = Math.floor((century + 8) / 25);
  const corrected = Math.floor((century - skipped + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - corrected + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const number = epact + weekday - 7 * late + 114;
  return new Date(Date.UTC(year, Math.floor(number / 31) - 1, (number % 31) + 1)).toISOString().slice(0, 10);
}

/** Days on which the Netherlands does not work, sorted. King's Day moves to Saturday when 27 April is a Sunday. */
export function holidays(year: number, calendar: Calendar): string[] {
  const easter = easterSunday(year);
  const kingsDay = new Date(Date.UTC(year, 3, 27)).getUTCDay() === 0 ? "04-26" : "04-27";
  const free = ["01-01", kingsDay, "12-25", "12-26"].map((day) => `${year}-${day}`);
  free.push(plusDays(easter, 1), plusDays(easter, 39), plusDays(easter, 50));
  if (calendar.goodFriday) free.push(plusDays(easter, -2));
  const fifthOfMay =
    calendar.liberationDay === "always" || (calendar.liberationDay === "fifth_years" && year % 5 === 0);
  if (fifthOfMay) free.push(`${year}-05-05`);
  return [...new Set(free)].sort();
}

/** Whether the desk works on this date (`YYYY-MM-DD`). */
export function isWorkingDay(date: string, calendar: Calendar): boolean {
  const weekday = new Date(Date.parse(date)).getUTCDay();
  if (weekday === 0 || weekday === 6 || calendar.closedOn.includes(date)) return false;
  return !holidays(Number(date.slice(0, 4)), calendar).includes(date);
}

/**
 * The date on which `days` working days have passed, counted from the first working day after `from`.
 * @returns `YYYY-MM-DD`; due at the close of that day, Dutch time
 */
export function addWorkingDays(from: string, days: number, calendar: Calendar): string {
  let date = from;
  for (let left = days; left > 0;) {
    date = plusDays(date, 1);
    if (isWorkingDay(date, calendar)) left -= 1;
  }
  return date;
}

/** Working days after `from` up to and including `until`; negative when `until` lies before `from`. */
export function workingDaysBetween(from: string, until: string, calendar: Calendar): number {
  if (until < from) return -workingDaysBetween(until, from, calendar);
  let count = 0;
  for (let date = plusDays(from, 1); date <= until; date = plusDays(date, 1))
    if (isWorkingDay(date, calendar)) count += 1;
  return count;
}
