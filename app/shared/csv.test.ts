import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cell, csvOf, type Flavour } from "./csv.ts";

const READ = {
  excel: { delimiter: ";", record_delimiter: "\r\n" },
  machine: { delimiter: ",", record_delimiter: "\n" },
};
const read = (lines: Cell[][], flavour: Flavour): string[][] =>
  parse(csvOf(lines, flavour), { ...READ[flavour], bom: true, relax_column_count: true });

/** What a spreadsheet would take for a formula (OWASP). */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;
const NUMBER = /^-?\d+(?:[.,]\d{1,6})?$/;

const text = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom(
    "=1+1",
    "+31 6",
    "-5,5",
    "@x",
    "\tx",
    "\rx",
    "\uff1d1",
    'a";b',
    "a\r\nb",
    '=HYPERLINK("http://x")',
    "",
  ),
);
const number = fc.double({ min: -1e9, max: 1e9, noNaN: true });
const cell = fc.oneof(text, number);
const lines = fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1, maxLength: 6 });

describe.each(["excel", "machine"] as const)("E9 I06: CSV for %s", (flavour) => {
  it("E9 I06: an independent reader gets back what was written, but for an apostrophe before a formula", () => {
    fc.assert(
      fc.property(lines, (written) => {
        const got = read(written, flavour);
        expect(got).toHaveLength(written.length);
        written.forEach((line, l) =>
          line.forEach((one, c) => {
            const back = got[l]![c]!;
            if (typeof one === "string") {
              const whole = one.toWellFormed();
              expect(back).toBe(FORMULA.test(whole) ? `'${whole}` : whole);
            } else if (typeof one === "number") {
              expect(back).toMatch(NUMBER);
              expect(Number(back.replace(",", "."))).toBeCloseTo(one, 5);
            }
          }),
        );
      }),
    );
  });

  it("E9 I06: no text cell begins with what a spreadsheet runs, and no number becomes text", () => {
    fc.assert(
      fc.property(lines, (written) => {
        for (const back of read(written, flavour).flat())
          expect(!FORMULA.test(back) || NUMBER.test(back), JSON.stringify(back)).toBe(true);
      }),
    );
  });
});

it("E9: a Dutch Excel gets mark, semicolons, CRLF and the comma, a program gets none of them", () => {
  const rows: Cell[][] = [["naam", 1.5, { date: "2026-09-30" }, null, -2]];
  expect(csvOf(rows, "excel").toString()).toBe("\ufeffnaam;1,5;2026-09-30;;-2\r\n");
  expect(csvOf(rows, "machine").toString()).toBe("naam,1.5,2026-09-30,,-2\n");
});

describe("M-64 numbers of patients survive a spreadsheet", () => {
  const numbers = readFileSync("tests/fixtures/cases/werklijst-proef.csv", "utf8")
    .replace("\ufeff", "")
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line !== "")
    .map((line) => line.split(";")[0]!);

  it("M-64 each is written as a text that no program takes for a number, a date or a formula", () => {
    expect(numbers).toContain("0012345");
    for (const [cell] of read(
      numbers.map((code) => [{ code }, ""]),
      "excel",
    ))
      expect(cell).toMatch(/^="(?:[^"]|"")*"$/);
  });

  it("M-64 what the formula yields is the number itself, whatever stands in it", () => {
    const yields = (cell: string) => cell.slice(2, -1).replaceAll('""', '"');
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...numbers), fc.string({ unit: "binary" })), (code) => {
        expect(read([[{ code }, 1]], "excel").map(([cell]) => yields(cell!))).toEqual([code]);
      }),
    );
  });

  it("M-64 a program gets it bare", () => {
    expect(read([[{ code: "0012345" }, 1]], "machine")).toEqual([["0012345", "1"]]);
  });
});
