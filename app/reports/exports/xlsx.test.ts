import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import readXlsx from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import type { Cell } from "#app/shared/csv.ts";
import { xlsxOf } from "./xlsx.ts";

const heads = ["Naam", "Getal", "Datum"];
const sheet = (rows: Cell[][]) => [{ name: "Cijfers", heads, rows, decimals: [null, 1, null] }];
const read = async (rows: Cell[][]) => {
  const [found] = await readXlsx(await xlsxOf(sheet(rows)));
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

  it("O-82 I06: a text that reads like the fault of a formula stays a text", async () => {
    const texts = ["#N/A", "#REF!", "#DIV/0!", "#1"];
    const { data } = await read(texts.map((one): Cell[] => [one, 1, null]));
    expect(data.slice(1).map(([text]) => text)).toEqual(texts);
  });

  it("O-82 E9: heads stay in sight and have filters over all rows", async () => {
    const files = unzipSync(
      await xlsxOf(
        sheet([
          ["a", 1, null],
          ["b", 2, null],
        ]),
      ),
    );
    const xml = strFromU8(files["xl/worksheets/sheet1.xml"]!);
    expect(xml).toContain('<autoFilter ref="A1:C3"/>');
    expect(xml).toMatch(/<pane ySplit="1" topLeftCell="A2"[^>]* state="frozen"/);
  });

  it("E9: the same rows give the same bytes", async () => {
    const bytes = await xlsxOf(sheet([["a", 1, null]]));
    expect(bytes.equals(await xlsxOf(sheet([["a", 1, null]])))).toBe(true);
  });
});
