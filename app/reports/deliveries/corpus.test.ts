/** Faulty deliveries: each is refused, its fault named by file, line, column and code, and what is published stays. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { overview } from "#app/reports/figures/read-overview.server.ts";
import { db } from "#db/client.server.ts";
import { type Fault, publishedReleases } from "#db/schema/reports.ts";
import { freshDatabase } from "#tests/database.ts";
import { somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { somePatients } from "#tests/patient-details.ts";
import { closeReleases } from "../figures/kept-releases.server.ts";
import { importDelivery } from "./import.server.ts";
import { texts } from "./texts.ts";

type Json = Record<string, unknown>;
type File = "manifest.json" | "practices.csv" | "values.csv" | "details.csv";
type Change = (text: string) => string | Buffer;
type Spoilt = {
  /** Changed on the way: the manifest still speaks of what was sent. */
  damage?: Partial<Record<File, Change>>;
  /** Made wrong by the sender, who says so faithfully in the manifest. */
  wrong?: Partial<Record<File, Change>>;
  manifest?: (manifest: Json & { files: Record<File, Json & { controlTotals?: Json }> }) => void;
  remove?: File;
};

const actor = { kind: "system" as const, name: "test" };
const practices = somePractices(12).map((one, n) => ({ ...one, region: "Polder", listSize: 2000 + n }));
const rows = someRows(practices, ["COPD-101", "DM-101"], (p, i) => (p === 0 && i === 0 ? [3, 5] : [40 + p, 100])).map(
  (row) => ({ ...row, expected: 45.5 }),
);
const details = somePatients("01900000", "COPD-101", [3, 5]);
let folder: string;
let published: unknown;

const state = async () => [
  await db.select().from(publishedReleases),
  readdirSync(path.join(folder, "releases")),
  (await overview("01900000"))?.rows.map(({ numerator }) => numerator),
];

beforeAll(async () => {
  closeReleases();
  folder = await freshDatabase();
  const place = writeDelivery(path.join(folder, "good"), { practices, rows, details, deliveryId: "good" });
  expect(await importDelivery(actor, place, () => undefined)).toMatchObject({ outcome: "published" });
  published = await state();
});

let made = 0;
function spoil({ damage = {}, wrong = {}, manifest, remove }: Spoilt): string {
  const name = `faulty-${made++}`;
  const place = path.join(folder, name);
  writeDelivery(place, { practices, rows, details, deliveryId: name, supersedes: "good" });
  const at = (file: string) => path.join(place, file);
  const told = JSON.parse(readFileSync(at("manifest.json"), "utf8")) as Parameters<NonNullable<typeof manifest>>[0];
  for (const [file, change] of Object.entries(wrong) as [File, Change][]) {
    const bytes = Buffer.from(change(readFileSync(at(file), "utf8")));
    writeFileSync(at(file), bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const lines = bytes.toString("latin1").split("\n").length - 2;
    Object.assign(told.files[file], { bytes: bytes.length, sha256, rows: lines });
  }
  manifest?.(told);
  writeFileSync(at("manifest.json"), JSON.stringify(told));
  for (const [file, change] of Object.entries(damage) as [File, Change][])
    writeFileSync(at(file), change(readFileSync(at(file), "utf8")));
  if (remove) rmSync(at(remove));
  return place;
}

/** Replaces one line, the header being line 1. */
const line =
  (number: number, text: string): Change =>
  (whole) =>
    whole
      .split("\n")
      .map((old, n) => (n === number - 1 ? text : old))
      .join("\n");
const swap =
  (a: number, b: number): Change =>
  (whole) => {
    const lines = whole.split("\n");
    [lines[a - 1], lines[b - 1]] = [lines[b - 1]!, lines[a - 1]!];
    return lines.join("\n");
  };
const values = (number: number, text: string): Spoilt => ({ wrong: { "values.csv": line(number, text) } });
const list = (number: number, text: string): Spoilt => ({ wrong: { "practices.csv": line(number, text) } });
const patients = (number: number, text: string): Spoilt => ({ wrong: { "details.csv": line(number, text) } });
const told = (manifest: Spoilt["manifest"]): Spoilt => ({ manifest });
const first = "01900000;COPD-101;2026-Q3";

const cases: [name: string, spoilt: Spoilt, fault: Partial<Fault>][] = [
  // The manifest.
  ["manifest missing", { remove: "manifest.json" }, { file: "manifest.json", code: "missing" }],
  ["manifest no JSON", { damage: { "manifest.json": () => "{" } }, { file: "manifest.json", code: "not_json" }],
  [
    "manifest in UTF-16",
    { damage: { "manifest.json": (text) => Buffer.from(`\ufeff${text}`, "utf16le") } },
    { file: "manifest.json", code: "not_json" },
  ],
  [
    "manifest of a megabyte",
    { damage: { "manifest.json": (text) => text + " ".repeat(1 << 20) } },
    { file: "manifest.json", code: "not_json" },
  ],
  ["unknown field", told((m) => void (m.patients = 3)), { file: "manifest.json", code: "manifest_field" }],
  ["field left out", told((m) => delete m.createdAt), { column: "createdAt", code: "manifest_field" }],
  [
    "another schema",
    told((m) => void (m.schema = "zorgpoort-delivery/2")),
    { column: "schema", code: "manifest_field" },
  ],
  [
    "a name with a path",
    told((m) => void (m.deliveryId = "../../etc")),
    { column: "deliveryId", code: "manifest_field" },
  ],
  ["a source with a formula", told((m) => void (m.source = "=1+1")), { column: "source", code: "manifest_field" }],
  ["a fifth quarter", told((m) => void (m.period = "2026-Q5")), { column: "period", code: "manifest_field" }],
  ["a date that is not there", told((m) => void (m.measureDate = "2026-09-31")), { column: "measureDate" }],
  [
    "a date outside the period",
    told((m) => void (m.measureDate = "2026-10-01")),
    { column: "measureDate", code: "date_outside_period" },
  ],
  ["another catalogue", told((m) => void (m.catalogueVersion = "1999.1")), { code: "catalogue_version" }],
  [
    "a correction of nothing",
    told((m) => void (m.supersedes = "never")),
    { column: "supersedes", code: "period_taken" },
  ],
  [
    "no word of the correction",
    told((m) => void (m.supersedes = null)),
    { column: "supersedes", code: "period_taken" },
  ],
  [
    "a correction in another period",
    told((m) => {
      Object.assign(m, { period: "2026-Q2", measureDate: "2026-06-30" });
      m.files["details.csv"].keepUntil = "2027-06-30";
    }),
    { column: "supersedes", code: "nothing_to_supersede" },
  ],
  [
    "a negative number of rows",
    told((m) => void (m.files["values.csv"].rows = -1)),
    { column: "files.values.csv.rows", code: "manifest_field" },
  ],
  [
    "a number of bytes with a fraction",
    told((m) => void (m.files["practices.csv"].bytes = 1.5)),
    { column: "files.practices.csv.bytes", code: "manifest_field" },
  ],
  [
    "a checksum in capitals",
    told((m) => void (m.files["values.csv"].sha256 = String(m.files["values.csv"].sha256).toUpperCase())),
    { column: "files.values.csv.sha256", code: "manifest_field" },
  ],
  [
    "patients kept too long",
    told((m) => void (m.files["details.csv"].keepUntil = "2029-01-01")),
    { column: "files.details.csv.keepUntil", code: "keep_until" },
  ],
  // Files as a whole.
  ["practices missing", { remove: "practices.csv" }, { file: "practices.csv", code: "missing" }],
  ["values missing", { remove: "values.csv" }, { file: "values.csv", code: "missing" }],
  ["patients announced and missing", { remove: "details.csv" }, { file: "details.csv", code: "missing" }],
  ["values cut short", { damage: { "values.csv": (v) => v.slice(0, -34) } }, { file: "values.csv", code: "bytes" }],
  ["values changed", { damage: { "values.csv": (v) => v.replace(";100;", ";200;") } }, { code: "sha256" }],
  ["practices changed", { damage: { "practices.csv": (v) => v.replace("2000", "2900") } }, { code: "sha256" }],
  [
    "another number of rows",
    told((m) => void (m.files["values.csv"].rows = 23)),
    { file: "values.csv", code: "rows", detail: "24 ≠ 23" },
  ],
  [
    "total of numerators",
    told((m) => Object.assign(m.files["values.csv"].controlTotals!, { numerator: 1 })),
    { file: "values.csv", column: "numerator", code: "control_total" },
  ],
  [
    "total of denominators",
    told((m) => Object.assign(m.files["values.csv"].controlTotals!, { denominator: 1 })),
    { column: "denominator", code: "control_total" },
  ],
  [
    "total of expected numerators",
    told((m) => Object.assign(m.files["values.csv"].controlTotals!, { expected: 1 })),
    { column: "expected", code: "control_total" },
  ],
  [
    "no total of expected numerators",
    told((m) => delete m.files["values.csv"].controlTotals!.expected),
    { column: "expected", code: "control_total" },
  ],
  ["values empty", { damage: { "values.csv": () => "" } }, { file: "values.csv", line: 1, code: "header" }],
  ["a byte order mark", { wrong: { "values.csv": (v) => `\ufeff${v}` } }, { line: 1, code: "header" }],
  [
    "a byte order mark before the practices",
    { wrong: { "practices.csv": (v) => `\ufeff${v}` } },
    { file: "practices.csv", line: 1, code: "header" },
  ],
  ["carriage returns", { wrong: { "values.csv": (v) => v.replaceAll("\n", "\r\n") } }, { line: 1, code: "header" }],
  [
    "carriage returns after the header",
    { wrong: { "values.csv": (v) => v.replaceAll("5\n", "5\r\n") } },
    { line: 2, column: "expected", code: "pattern" },
  ],
  ["columns in another order", values(1, "indicator;practice;period;numerator;denominator;expected"), { line: 1 }],
  ["commas", { wrong: { "values.csv": (v) => v.replaceAll(";", ",") } }, { line: 1, code: "header" }],
  ["no end of line", { wrong: { "values.csv": (v) => v.slice(0, -1) } }, { line: 25, code: "no_line_end" }],
  ["a line without end", { damage: { "values.csv": (v) => v + "1".repeat(2_000_000) } }, { code: "line_too_long" }],
  // The list of practices.
  [
    "practice twice",
    list(3, "01900000;Zorggroep Test;Polder;2000;;"),
    { line: 3, column: "practice", code: "duplicate" },
  ],
  ["practices unsorted", { wrong: { "practices.csv": swap(2, 5) } }, { line: 3, column: "practice", code: "unsorted" }],
  ["a code of seven digits", list(2, "1900000;;;;;"), { line: 2, column: "practice", code: "pattern" }],
  ["a code with a letter", list(2, "0190000o;;;;;"), { line: 2, column: "practice", code: "pattern" }],
  [
    "care group with a formula",
    list(2, "01900000;=HYPERLINK();;;;"),
    { line: 2, column: "careGroup", code: "pattern" },
  ],
  ["care group with markup", list(2, "01900000;<script>;;;;"), { line: 2, column: "careGroup", code: "pattern" }],
  ["a name without end", list(2, `01900000;${"a".repeat(90)};;;;`), { line: 2, column: "careGroup", code: "pattern" }],
  ["region with a tab", list(2, "01900000;;Pol\tder;;;"), { line: 2, column: "region", code: "pattern" }],
  ["list size 0", list(2, "01900000;;;0;;"), { line: 2, column: "listSize", code: "pattern" }],
  ["list size with a point", list(2, "01900000;;;2.000;;"), { line: 2, column: "listSize", code: "pattern" }],
  ["shown name with a formula", list(2, "01900000;;;;+1;"), { line: 2, column: "named", code: "pattern" }],
  ["merged codes with commas", list(2, "01900000;;;;;01999998,01999999"), { line: 2, column: "formerly" }],
  ["merged and yet delivered", list(3, "01900001;;;;;01900000"), { column: "formerly", code: "duplicate" }],
  ["a column too few", list(2, "01900000;Zorggroep Test"), { file: "practices.csv", line: 2, code: "columns" }],
  [
    "a name not in UTF-8",
    { wrong: { "practices.csv": (v) => Buffer.from(v.replace("Polder", "Pölder"), "latin1") } },
    { file: "practices.csv", line: 2, code: "encoding" },
  ],
  [
    "practices empty but for the header",
    { wrong: { "practices.csv": (v) => `${v.split("\n")[0]}\n` } },
    { code: "unknown_practice" },
  ],
  // The figures.
  ["a column missing", values(2, `${first};3;5`), { line: 2, code: "columns", detail: "5 ≠ 6" }],
  ["a column too many", values(2, `${first};3;5;45.5;x`), { line: 2, code: "columns" }],
  ["an empty line", values(2, ""), { line: 2, code: "columns" }],
  ["a zero byte", values(2, `${first};3\0;5;45.5`), { line: 2, column: "numerator", code: "pattern" }],
  ["a space", values(2, `${first}; 3;5;45.5`), { line: 2, column: "numerator", code: "pattern" }],
  ["a sign", values(2, `${first};-3;5;45.5`), { line: 2, column: "numerator", code: "pattern" }],
  ["a plus", values(2, `${first};+3;5;45.5`), { line: 2, column: "numerator", code: "pattern" }],
  [
    "a letter o for 0",
    values(3, "01900000;DM-101;2026-Q3;4o;100;45.5"),
    { line: 3, column: "numerator", code: "pattern" },
  ],
  ["a leading zero", values(2, `${first};3;05;45.5`), { line: 2, column: "denominator", code: "pattern" }],
  [
    "a number of ten digits",
    values(2, `${first};3;1000000000;45.5`),
    { line: 2, column: "denominator", code: "pattern" },
  ],
  ["an exponent", values(2, `${first};3;1e2;45.5`), { line: 2, column: "denominator", code: "pattern" }],
  ["an empty number", values(2, `${first};;5;45.5`), { line: 2, column: "numerator", code: "pattern" }],
  ["digits of another script", values(2, `${first};٣;5;45.5`), { line: 2, column: "numerator", code: "pattern" }],
  ["more than all", values(2, `${first};6;5;45.5`), { line: 2, column: "numerator", code: "out_of_range" }],
  ["expected with a comma", values(2, `${first};3;5;45,5`), { line: 2, column: "expected", code: "pattern" }],
  ["expected with four decimals", values(2, `${first};3;5;45.5000`), { line: 2, column: "expected", code: "pattern" }],
  ["expected below nothing", values(2, `${first};3;5;-1`), { line: 2, column: "expected", code: "pattern" }],
  ["unknown practice", values(2, "01800000;COPD-101;2026-Q3;3;5;45.5"), { line: 2, code: "unknown_practice" }],
  ["unknown indicator", values(2, "01900000;AA-999;2026-Q3;3;5;45.5"), { line: 2, code: "unknown_indicator" }],
  [
    "indicator in small letters",
    values(2, "01900000;copd-101;2026-Q3;3;5;45.5"),
    { line: 2, code: "unknown_indicator" },
  ],
  [
    "another period",
    values(2, "01900000;COPD-101;2026-Q2;3;5;45.5"),
    { line: 2, column: "period", code: "other_period" },
  ],
  [
    "a row twice",
    { wrong: { "values.csv": (v) => v.replace(/\n(.+)\n/, "\n$1\n$1\n") } },
    { line: 3, code: "duplicate" },
  ],
  ["practices of figures unsorted", { wrong: { "values.csv": swap(2, 20) } }, { line: 3, code: "unsorted" }],
  ["indicators unsorted", { wrong: { "values.csv": swap(2, 3) } }, { line: 3, code: "unsorted" }],
  [
    "figures not in UTF-8",
    { wrong: { "values.csv": (v) => Buffer.from(v.replace("01900003", "0190000é"), "latin1") } },
    { file: "values.csv", line: 8, code: "encoding" },
  ],
  // The patients.
  [
    "a BSN as patient",
    patients(2, "01900000;COPD-101;111222333;P1;1960;1;;"),
    { line: 2, column: "patient", code: "looks_like_bsn" },
  ],
  [
    "a BSN as number",
    patients(2, "01900000;COPD-101;pseudo-01;111222333;1960;1;;"),
    { line: 2, column: "number", code: "looks_like_bsn" },
  ],
  [
    "a patient number with a formula",
    patients(2, "01900000;COPD-101;pseudo-01;=1+1;1960;1;;"),
    { line: 2, column: "number", code: "pattern" },
  ],
  [
    "a birth year to come",
    patients(2, "01900000;COPD-101;pseudo-01;P1;2030;1;;"),
    { line: 2, column: "birthYear", code: "pattern" },
  ],
  [
    "counted in words",
    patients(2, "01900000;COPD-101;pseudo-01;P1;1960;yes;;"),
    { line: 2, column: "counted", code: "pattern" },
  ],
  [
    "a date after measuring",
    patients(2, "01900000;COPD-101;pseudo-01;P1;1960;1;;2026-12-01"),
    { line: 2, column: "date", code: "pattern" },
  ],
  [
    "a patient twice",
    { wrong: { "details.csv": (v) => v.replace(/\n(.+)\n/, "\n$1\n$1\n") } },
    { line: 3, code: "duplicate" },
  ],
  ["patients unsorted", { wrong: { "details.csv": swap(2, 4) } }, { file: "details.csv", line: 3, code: "unsorted" }],
  [
    "a patient too few",
    { wrong: { "details.csv": (v) => v.split("\n").toSpliced(1, 1).join("\n") } },
    { line: 2, code: "details_rows" },
  ],
  [
    "a patient counted too many",
    { wrong: { "details.csv": (v) => v.replace(";0;;\n", ";1;;\n") } },
    { file: "details.csv", line: 2, code: "details_counted" },
  ],
  [
    "patients of no figure",
    patients(2, "01900000;AST-201;pseudo-01;P1;1960;1;;"),
    { file: "details.csv", line: 2, code: "details_figure" },
  ],
];

describe("bad input 6 F01 F03 I-14: a fault corpus", () => {
  it("I-14 F01 bad input 6: the corpus holds at least 40 deliveries", () => {
    expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });

  it.each(cases)("I-14 F01 bad input 6: %s", async (_, spoilt, fault) => {
    const result = await importDelivery(actor, spoil(spoilt), () => undefined, "would be published if it could");
    expect(result.outcome).toBe("refused");
    const faults = result.outcome === "refused" ? result.faults : [];
    expect(faults).toContainEqual(expect.objectContaining(fault));
    for (const { code } of faults) for (const words of [texts.nl, texts.en]) expect(Object.keys(words)).toContain(code);
    expect(await state()).toEqual(published);
    const patientsFolder = path.join(folder, "details");
    expect(existsSync(patientsFolder) ? readdirSync(patientsFolder) : []).toHaveLength(1);
  });
});
