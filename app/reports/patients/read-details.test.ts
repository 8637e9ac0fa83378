import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { detailsFacts, detailsText, type DetailRow, somePatients } from "#tests/patient-details.ts";
import { hasList, openList } from "../figures/sealed-lists.server.ts";
import { looksLikeBsn } from "./bsn.ts";
import { detailsBuild } from "./build-details.server.ts";
import { latestKeepUntil, mayKeepUntil } from "#app/reports/format/keep-until.ts";
import { parseRows } from "./patient-row.ts";

const PRACTICES = ["01900000", "01900001"];
const INDICATORS = ["COPD-101", "DM-101", "DM-201"];
const FIGURES: Record<string, [number, number]> = {
  "01900000 DM-101": [3, 5],
  "01900001 DM-101": [1, 2],
  "01900000 COPD-101": [0, 2],
};
const key = randomBytes(32);
const release = "f".repeat(64);
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "zorgpoort-details-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const good = (): DetailRow[] => [
  ...somePatients("01900000", "COPD-101", [0, 2]),
  ...somePatients("01900000", "DM-101", [3, 5]),
  ...somePatients("01900001", "DM-101", [1, 2]),
];

function build(text: string, facts = detailsFacts(text)) {
  const file = path.join(folder, "out.lists");
  const place = path.join(folder, "details.csv");
  writeFileSync(place, text);
  const building = detailsBuild({ file, key, release, facts, measureDate: "2026-09-30" }, PRACTICES, INDICATORS);
  for (const [name, figure] of Object.entries(FIGURES)) {
    const [practice = "", indicator = ""] = name.split(" ");
    building.note(PRACTICES.indexOf(practice), INDICATORS.indexOf(indicator), ...figure);
  }
  return { faults: building.build(place, () => undefined), file };
}
/** The good file with one line (header is 1) changed; the facts tell of the changed file. */
const changed = (line: number, change: (fields: string[]) => string[]) => {
  const lines = detailsText(good()).split("\n");
  lines[line - 1] = change(lines[line - 1]!.split(";")).join(";");
  return build(lines.join("\n"));
};
const withField = (line: number, at: number, value: string) =>
  changed(line, (fields) => fields.map((field, i) => (i === at ? value : field)));

describe("rows of patients are read", () => {
  it("E10 a sound file becomes one sealed list per practice and indicator", () => {
    const { faults, file } = build(detailsText(good()));
    expect(faults).toEqual([]);
    const place = { release, practice: "01900000", indicator: "DM-101" };
    const rows = parseRows(openList(file, key, place) ?? "");
    expect(rows).toHaveLength(5);
    expect(rows[0]).toEqual({
      pseudonym: "pseudo-01900000-0001",
      number: "PAT0001",
      birthYear: 1930,
      counted: true,
      value: 45,
      date: "2026-01-15",
    });
    expect(rows[4]).toMatchObject({ counted: false, value: null, date: null });
    expect(hasList(file, { practice: "01900000", indicator: "DM-201" })).toBe(false);
    expect(readdirSync(folder).sort()).toEqual(["details.csv", "out.lists"]);
  });

  it("E10 a BSN is refused by file, line and column, and its digits are nowhere in the fault", () => {
    for (const [at, column] of [
      [2, "patient"],
      [3, "number"],
    ] as const) {
      for (const bsn of ["111222333", "123456782", "1112.22.333"]) {
        const { faults, file } = withField(4, at, bsn);
        expect(faults).toContainEqual({ file: "details.csv", line: 4, column, code: "looks_like_bsn" });
        expect(JSON.stringify(faults)).not.toContain(bsn);
        expect(existsSync(file)).toBe(false);
      }
    }
    expect(withField(4, 3, "111222334").faults).toEqual([]);
  });

  it.each<[string, number, string, string]>([
    ["a practice that was not delivered", 0, "01999999", "unknown_practice"],
    ["an indicator the catalogue has not", 1, "XX-999", "unknown_indicator"],
    ["a pseudonym that is too short", 2, "abc", "pattern"],
    ["a pseudonym with a space", 2, "pseudo 0001 x", "pattern"],
    ["a number with a formula", 3, "=1+1", "pattern"],
    ["a number that is too long", 3, "P".repeat(21), "pattern"],
    ["a birth date", 4, "1960-01-01", "pattern"],
    ["a year of birth after the measurement", 4, "2027", "pattern"],
    ["a word where 0 or 1 stands", 5, "ja", "pattern"],
    ["a comma in a value", 6, "5,5", "pattern"],
    ["a date that is none", 7, "2026-02-30", "pattern"],
    ["a date after the measurement", 7, "2026-10-01", "pattern"],
  ])("E10 %s is refused, without repeating it", (_, at, value, code) => {
    const column = ["practice", "indicator", "patient", "number", "birthYear", "counted", "value", "date"][at];
    const { faults } = withField(4, at, value);
    expect(faults[0]).toEqual({ file: "details.csv", line: 4, column, code });
    expect(JSON.stringify(faults)).not.toContain(value);
  });

  it("E10 rows must be the denominator and those that count the numerator", () => {
    const rows = good();
    const fewer = build(detailsText(rows.slice(0, -1)));
    expect(fewer.faults).toEqual([
      { file: "details.csv", line: 9, code: "details_rows", column: undefined, detail: "01900001 DM-101: 1 ≠ 2" },
    ]);
    rows[2]!.counted = false;
    expect(build(detailsText(rows)).faults).toMatchObject([
      { line: 4, code: "details_counted", detail: "01900000 DM-101: 2 ≠ 3" },
    ]);
    const without = [...good(), ...somePatients("01900001", "DM-201", [1, 1])];
    expect(build(detailsText(without)).faults).toMatchObject([{ line: 11, code: "details_figure" }]);
  });

  it("E10 a header that is a row of a patient, a wrong sum and a cut file are refused without repeating anything", () => {
    const text = detailsText(good());
    const headless = text.slice(text.indexOf("\n") + 1);
    expect(build(headless).faults).toEqual([
      { file: "details.csv", line: 1, code: "header", column: undefined, detail: undefined },
    ]);
    expect(build(text, { ...detailsFacts(text), sha256: "0".repeat(64) }).faults).toMatchObject([{ code: "sha256" }]);
    expect(build(text.slice(0, -1)).faults[0]).toMatchObject({ code: "no_line_end" });
    expect(changed(4, (fields) => fields.slice(1)).faults[0]).toMatchObject({
      line: 4,
      code: "columns",
      detail: "7 ≠ 8",
    });
  });

  it("E10 any change of order, and any row twice, is refused", () => {
    const rows = good();
    fc.assert(
      fc.property(fc.nat(rows.length - 1), fc.nat(rows.length - 1), fc.boolean(), (a, b, twice) => {
        const changed = rows.slice();
        if (twice) changed.splice(a, 0, changed[a]!);
        else [changed[a], changed[b]] = [changed[b]!, changed[a]!];
        const { faults } = build(detailsText(changed));
        if (!twice && a === b) expect(faults).toEqual([]);
        else expect(faults.map(({ code }) => code)).toContain(twice ? "duplicate" : "unsorted");
      }),
      { numRuns: 60 },
    );
  });

  it("E10 counts that reconcile are taken, others never", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 6 }), (counted, all) => {
        fc.pre(counted <= all);
        const { faults } = build(detailsText(somePatients("01900000", "DM-101", [counted, all])));
        expect(faults.length === 0).toBe(counted === 3 && all === 5);
      }),
    );
  });
});

describe("a list is sealed to its place", () => {
  it("C01 no number, pseudonym or value of a patient is legible in the file", () => {
    const { file } = build(detailsText(good()));
    const bytes = readFileSync(file).toString("latin1");
    expect(bytes).not.toMatch(/PAT000|pseudo-|2026-01-15/);
  });

  it("C02 a list moved to another practice, indicator or delivery does not open, nor with another key", () => {
    const { file } = build(detailsText(good()));
    const place = { release, practice: "01900000", indicator: "DM-101" };
    const database = new Database(file);
    database
      .prepare(
        "insert into lists select practice, 'DM-201', rows, body from lists where indicator = 'DM-101' and practice = '01900000'",
      )
      .run();
    database.close();
    expect(() => openList(file, key, { ...place, indicator: "DM-201" })).toThrow();
    expect(() => openList(file, key, { ...place, release: "e".repeat(64) })).toThrow();
    expect(() => openList(file, randomBytes(32), place)).toThrow();
    expect(openList(file, key, place)).toContain("PAT0001");
  });

  it("C02 any flipped byte of a list is refused", () => {
    const { file } = build(detailsText(good()));
    const database = new Database(file);
    const where = "practice = '01900000' and indicator = 'DM-101'";
    const body = database.prepare(`select body from lists where ${where}`).pluck().get() as Buffer;
    const put = database.prepare(`update lists set body = ? where ${where}`);
    for (let at = 0; at < body.length; at++) {
      const bent = Buffer.from(body);
      bent[at]! ^= 1 << (at % 8);
      put.run(bent);
      expect(() => openList(file, key, { release, practice: "01900000", indicator: "DM-101" }), `byte ${at}`).toThrow();
    }
    database.close();
  });
});

describe("rules beside the file", () => {
  it("E10 the eleven-test knows a BSN with separators, and nothing else", () => {
    expect(["111222333", "123456782", "1234.56.782", "123-456-782"].every(looksLikeBsn)).toBe(true);
    expect(["123456789", "000000000", "12345678", "PAT111222333", "1112223330"].some(looksLikeBsn)).toBe(false);
  });

  it("E10 patients are kept at most five quarters after their period", () => {
    expect(latestKeepUntil("2026-Q3")).toBe("2027-12-31");
    expect(latestKeepUntil("2026-Q4")).toBe("2028-03-31");
    const delivery = { period: "2026-Q3", measureDate: "2026-09-30" };
    expect(mayKeepUntil("2027-12-31", delivery)).toBe(true);
    expect(mayKeepUntil("2028-01-01", delivery)).toBe(false);
    expect(mayKeepUntil("2026-09-29", delivery)).toBe(false);
  });
});
