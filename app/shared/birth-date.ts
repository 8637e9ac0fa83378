const WRITTEN = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Whether a birth date is one the population register may hold: `YYYY-MM-DD`, where an unknown day is `00`, an unknown
 * month and day `00-00`, and a date that is not known at all `0000-00-00`. Days that no calendar has are refused.
 * Source: Logisch Ontwerp BRP, group 03 (Geboorte), incomplete dates.
 */
export function isBirthDate(written: string): boolean {
  const [, year, month, day] = WRITTEN.exec(written) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  if (year === "0000") return month === "00" && day === "00";
  if (month === "00") return day === "00";
  if (Number(month) > 12) return false;
  return day === "00" || Number(day) <= daysIn(Number(year), Number(month));
}

/** Whether day, month and year of a birth date are all known. */
export function isWholeDate(written: string): boolean {
  return isBirthDate(written) && !written.endsWith("-00");
}

/** Whether two birth dates may be the same day: what both of them know does not differ. */
export function mayBeOneDay(a: string, b: string): boolean {
  if (!isBirthDate(a) || !isBirthDate(b)) return false;
  const [one, other] = [a.split("-"), b.split("-")];
  return one.every((known, at) => known === other[at] || Number(known) === 0 || Number(other[at]) === 0);
}

/**
 * The age in whole years on a Dutch date, as the least and the most that the known parts allow; both are the same when
 * the date is whole, and `null` when nothing is known. Somebody born on 29 February has the birthday on 1 March.
 * @param today `YYYY-MM-DD` in the Netherlands
 */
export function ageOn(birthDate: string, today: string): { least: number; most: number } | null {
  if (!isBirthDate(birthDate) || birthDate === "0000-00-00") return null;
  const [year = "", month = "", day = ""] = birthDate.split("-");
  const firstMonth = month === "00" ? "01" : month;
  const lastMonth = month === "00" ? "12" : month;
  const first = `${firstMonth}-${day === "00" ? "01" : day}`;
  const last = `${lastMonth}-${day === "00" ? String(daysIn(Number(year), Number(lastMonth))).padStart(2, "0") : day}`;
  return { least: years(Number(year), last, today), most: years(Number(year), first, today) };
}

/** How the register may hold a whole date: as it is, without the day, without day and month, or not at all. */
export function birthDatesFor(whole: string): string[] {
  return [whole, `${whole.slice(0, 7)}-00`, `${whole.slice(0, 4)}-00-00`, "0000-00-00"];
}

/** Birthdays are compared as month and day; `02-29` sorts before `03-01`, so a common year needs no case of its own. */
function years(year: number, birthday: string, today: string): number {
  const passed = today.slice(5) >= birthday;
  return Math.max(0, Number(today.slice(0, 4)) - year - (passed ? 0 : 1));
}

function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
