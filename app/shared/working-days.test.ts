import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addWorkingDays, type Calendar, holidays, isWorkingDay, workingDaysBetween } from "./working-days.ts";

const standard: Calendar = { goodFriday: false, liberationDay: "never", closedOn: [] };
const strict = { ...standard, goodFriday: true, liberationDay: "always" as const };

describe("D2 I-09 I-12: the promise counts Dutch working days", () => {
  it.each([
    ["2026-04-23", "2026-05-05", "2026-05-06", "2026-05-01"],
    ["2026-04-02", "2026-04-14", "2026-04-15", "2026-04-10"],
    ["2025-04-16", "2025-04-28", "2025-04-29", "2025-04-24"],
    ["2025-05-01", "2025-05-12", "2025-05-13", "2025-05-08"],
    ["2026-05-12", "2026-05-22", "2026-05-22", "2026-05-20"],
    ["2027-04-26", "2027-05-07", "2027-05-10", "2027-05-04"],
    ["2026-12-22", "2027-01-04", "2027-01-04", "2026-12-30"],
    ["2026-11-20", "2026-12-01", "2026-12-01", "2026-11-27"],
    ["2026-11-21", "2026-12-01", "2026-12-01", "2026-11-27"],
  ])("from %s: seven days end on %s, with Good Friday and 5 May on %s, five days on %s", (from, seven, long, five) => {
    expect(addWorkingDays(from, 7, standard)).toBe(seven);
    expect(addWorkingDays(from, 7, strict)).toBe(long);
    expect(addWorkingDays(from, 5, standard)).toBe(five);
  });

  it.each([
    [2026, ["01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26"]],
    [2027, ["01-01", "03-26", "03-29", "04-27", "05-05", "05-06", "05-17", "12-25", "12-26"]],
    [2028, ["01-01", "04-14", "04-17", "04-27", "05-05", "05-25", "06-05", "12-25", "12-26"]],
  ])("holidays of %i", (year, days) => {
    expect(holidays(year, strict)).toEqual(days.map((day) => `${year}-${day}`));
  });

  it("King's Day moves to Saturday when 27 April is a Sunday", () => {
    expect(holidays(2025, standard)).toContain("2025-04-26");
    expect(holidays(2031, standard)).toContain("2031-04-26");
    expect(holidays(2025, standard)).not.toContain("2025-04-27");
  });

  it("5 May in years divisible by five only, and own closing days, are data", () => {
    const fifth = { ...standard, liberationDay: "fifth_years" as const };
    expect([isWorkingDay("2025-05-05", fifth), isWorkingDay("2026-05-05", fifth)]).toEqual([false, true]);
    expect(isWorkingDay("2026-11-24", { ...standard, closedOn: ["2026-11-24"] })).toBe(false);
  });

  it("counting back gives what was added, and the last day is always a working day", () => {
    const day = fc.date({ min: new Date("2020-01-01"), max: new Date("2040-12-01"), noInvalidDate: true });
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 25 }), (start, days) => {
        const from = start.toISOString().slice(0, 10);
        const until = addWorkingDays(from, days, standard);
        expect(isWorkingDay(until, standard)).toBe(true);
        expect(workingDaysBetween(from, until, standard)).toBe(days);
        expect(workingDaysBetween(until, from, standard)).toBe(-days);
      }),
    );
  });
});
