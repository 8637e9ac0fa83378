import fc from "fast-check";
import readXlsx from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Cell } from "#app/shared/csv.ts";
import { xlsxOf } from "./xlsx.ts";

const heads = ["Naam", "Getal", "Datum"];
const sheet = (rows: Cell[][]) => [{ name: "Cijfers", heads, rows, decimals: [null, 1, null] }];
const read = async (rows: Cell[][]) => {
  const [found] = await readXlsx(xlsxOf(sheet(rows)));
  return found!;
};

describe("E9: a workbook", () => {
  it("E9 I06: an independent reader gets back text, numbers and dates as they were; what looks like a formula is text", async () => {
    const found = await read([
      ["=1+1", 63.4, { date: "2026-09-30" }],
      ['<a & "b">', -0.5, null],
    ]);
    expect(found.sheet).toBe("Cijfers");
    expect(found.data[0]).toEqual(heads);
    expect(found.data[1]).toEqual(["=1+1", 63.4, new Date("2026-09-30T00:00:00Z")]);
    expect(found.data[2]).toEqual(['<a & "b">', -0.5, null]);
  });

  it("E9: any text comes back whole, but for signs that XML cannot hold", async () => {
    const word = fc.string({ unit: "grapheme", minLength: 1 }).filter((one) => one.trim() !== "");
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 5 }), async (words) => {
        const { data } = await read(words.map((one): Cell[] => [one, 1, null]));
        const kept = (one: string) => one.toWellFormed().replace(/[\u0000-\u0008\v\f\u000e-\u001f\ufffe\uffff]/g, "");
        expect(data.slice(1).map((row) => String(row[0] ?? "").trim())).toEqual(words.map((one) => kept(one).trim()));
      }),
      { numRuns: 40 },
    );
  });

  it("E9: the same rows give the same bytes", () => {
    expect(xlsxOf(sheet([["a", 1, null]])).equals(xlsxOf(sheet([["a", 1, null]])))).toBe(true);
  });
});
