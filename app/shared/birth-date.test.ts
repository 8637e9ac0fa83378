import { expect, test } from "vitest";
import { ageOn, isBirthDate, isWholeDate } from "./birth-date.ts";

test.each(["1980-02-01", "2024-02-29", "1950-00-00", "1950-06-00", "0000-00-00"])(
  "M-38 a birth date as the population register holds it is taken: %s",
  (written) => {
    expect(isBirthDate(written)).toBe(true);
  },
);

test.each(["2023-02-29", "1950-00-12", "1950-13-01", "1950-06-31", "0000-01-01", "01-02-1950", "1950", ""])(
  "M-38 a birth date that cannot be is refused: %s",
  (written) => {
    expect(isBirthDate(written)).toBe(false);
    expect(ageOn(written, "2026-11-24")).toBeNull();
  },
);

test("M-40 the age flips on the birthday, and on 1 March for somebody born on 29 February", () => {
  expect(ageOn("2014-11-25", "2026-11-24")).toEqual({ least: 11, most: 11 });
  expect(ageOn("2014-11-24", "2026-11-24")).toEqual({ least: 12, most: 12 });
  expect(ageOn("2012-02-29", "2023-02-28")).toEqual({ least: 10, most: 10 });
  expect(ageOn("2012-02-29", "2023-03-01")).toEqual({ least: 11, most: 11 });
  expect(ageOn("2012-02-29", "2024-02-29")).toEqual({ least: 12, most: 12 });
});

test("M-40 of a birth date known in part both edges are told", () => {
  expect(ageOn("2014-00-00", "2026-11-24")).toEqual({ least: 11, most: 12 });
  expect(ageOn("2014-11-00", "2026-11-24")).toEqual({ least: 11, most: 12 });
  expect(ageOn("0000-00-00", "2026-11-24")).toBeNull();
  expect(isWholeDate("2014-11-00")).toBe(false);
  expect(isWholeDate("2014-11-01")).toBe(true);
});
