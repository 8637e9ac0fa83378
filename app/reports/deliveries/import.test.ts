import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { deliveries, publishedReleases } from "#db/schema/reports.ts";
import { freshDatabase } from "#tests/database.ts";
import { type Delivery, somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { closeReleases } from "../figures/kept-releases.server.ts";
import { overview } from "../figures/read.server.ts";
import { importDelivery } from "./import.server.ts";
import { faultWords, texts } from "./texts.ts";

const actor = { kind: "system" as const, name: "test" };
const practices = somePractices(12);
const good = { practices, rows: someRows(practices) };
let folder: string;

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
});

const take = (delivery: Partial<Delivery> = {}, name = "delivery") =>
  importDelivery(actor, writeDelivery(path.join(folder, name), { ...good, ...delivery }), () => undefined);
const releases = () => {
  const place = path.join(folder, "releases");
  return existsSync(place) ? readdirSync(place) : [];
};
const published = () => db.select().from(publishedReleases);

describe("I-14 a delivery is taken in", () => {
  it("I-14 a sound delivery is published: one release file, one row, one line in the log", async () => {
    expect(await take()).toEqual({ outcome: "published", period: "2026-Q3", rows: 36, replaced: false });
    const [row] = await published();
    expect(releases()).toEqual([row?.file]);
    const events = (await db.select({ event: auditLog.event }).from(auditLog)).map(({ event }) => event);
    expect(events).toEqual(["delivery.receive", "delivery.check", "delivery.checked", "delivery.publish"]);
  });

  it("I-14 the same delivery again changes nothing and says so", async () => {
    await take();
    const before = [await published(), await db.select().from(deliveries), await db.select().from(auditLog)];
    const [file = ""] = releases();
    const { mtimeMs } = statSync(path.join(folder, "releases", file));
    expect(await take()).toEqual({ outcome: "already", period: "2026-Q3", state: "published" });
    expect([await published(), await db.select().from(deliveries), await db.select().from(auditLog)]).toEqual(before);
    expect(statSync(path.join(folder, "releases", file)).mtimeMs).toBe(mtimeMs);
  });

  it("I-14 another delivery of a published period is refused unless it names the one it replaces", async () => {
    await take();
    const rows = someRows(practices, undefined, () => [41, 100]);
    const refused = await take({ rows, deliveryId: "second" }, "second");
    expect(refused).toMatchObject({ outcome: "refused", faults: [{ code: "period_taken", detail: "test-2026-q3" }] });
    expect((await overview("01900000"))?.rows[0]?.numerator).toBe(40);

    const replaced = await take({ rows, deliveryId: "third", supersedes: "test-2026-q3" }, "third");
    expect(replaced).toMatchObject({ outcome: "published", replaced: true });
    expect((await overview("01900000"))?.rows[0]?.numerator).toBe(41);
    expect(await take()).toMatchObject({ outcome: "already", state: "superseded" });
    expect(await published()).toHaveLength(1);
  });

  it("I-14 a delivery that replaces one that is not published is refused", async () => {
    expect(await take({ supersedes: "never-seen" })).toMatchObject({ faults: [{ code: "nothing_to_supersede" }] });
  });

  it("I-14 a refused delivery can come again once it is mended", async () => {
    const place = path.join(folder, "delivery");
    await take({ damage: (values) => values.replace(";100\n", ";101\n") });
    writeDelivery(place, good);
    expect(await importDelivery(actor, place, () => undefined)).toMatchObject({ outcome: "published" });
  });

  it("I-14 only the operator's data manager or a command may take in a delivery", async () => {
    const stranger = { kind: "stranger" as const };
    await expect(importDelivery(stranger, folder, () => undefined)).rejects.toThrow("forbidden");
  });

  it("I-14 files of a killed import are removed on the next run", async () => {
    await take();
    const left = path.join(folder, "releases", ".building-4194304999-0-0-abc");
    writeFileSync(left, "half");
    await take({ period: "2026-Q2", measureDate: "2026-06-30" }, "other");
    expect(releases().filter((name) => name.startsWith("."))).toEqual([]);
  });
});

const replaceLine = (line: number, text: string) => (values: string) =>
  values
    .split("\n")
    .map((old, n) => (n === line - 1 ? text : old))
    .join("\n");

describe("bad input 6: each fault is named and nothing is changed", () => {
  const first = good.rows.map(({ indicator }) => indicator).sort()[0]!;
  const cases: [string, Partial<Delivery>, object][] = [
    ["checksum", { damage: (v) => v.replace(";100\n", ";200\n") }, { file: "values.csv", code: "sha256" }],
    ["size", { damage: (v) => v.slice(0, -40) }, { file: "values.csv", code: "bytes" }],
    [
      "number of rows",
      { manifest: (m) => void ((m.files as { "values.csv": { rows: number } })["values.csv"].rows = 35) },
      { file: "values.csv", code: "rows", detail: "36 ≠ 35" },
    ],
    [
      "control total",
      { values: replaceLine(2, `01900000;${first};2026-Q3;41;100`) },
      { file: "values.csv", code: "control_total", column: "numerator" },
    ],
    ["header", { values: (v) => v.replace("indicator;period", "period;indicator") }, { line: 1, code: "header" }],
    ["column", { values: replaceLine(3, "01900000;DM-P02;2026-Q3;41") }, { line: 3, code: "columns", detail: "4 ≠ 5" }],
    [
      "encoding",
      { damage: (v) => Buffer.from(v.replace("01900003", "0190000é"), "latin1") },
      { file: "values.csv", line: 11, code: "encoding" },
    ],
    [
      "range",
      { values: replaceLine(2, `01900000;${first};2026-Q3;101;100`) },
      { line: 2, column: "numerator", code: "out_of_range", detail: "101 > 100" },
    ],
    [
      "number with a sign",
      { values: replaceLine(2, `01900000;${first};2026-Q3;-1;100`) },
      { line: 2, column: "numerator", code: "pattern" },
    ],
    [
      "leading zero",
      { values: replaceLine(2, `01900000;${first};2026-Q3;40;0100`) },
      { line: 2, column: "denominator", code: "pattern" },
    ],
    [
      "number too large",
      { values: replaceLine(2, `01900000;${first};2026-Q3;40;1000000000`) },
      { line: 2, column: "denominator", code: "pattern" },
    ],
    [
      "unknown practice",
      { values: replaceLine(2, `01800000;${first};2026-Q3;40;100`) },
      { line: 2, column: "practice", code: "unknown_practice", detail: "01800000" },
    ],
    [
      "unknown indicator",
      { values: replaceLine(2, "01900000;AA-999;2026-Q3;40;100") },
      { line: 2, column: "indicator", code: "unknown_indicator", detail: "AA-999" },
    ],
    [
      "other period",
      { values: replaceLine(2, `01900000;${first};2026-Q2;40;100`) },
      { line: 2, column: "period", code: "other_period" },
    ],
    ["unsorted practices", { values: swapLines(2, 30) }, { line: 3, code: "unsorted" }],
    ["unsorted indicators", { values: swapLines(2, 3) }, { line: 3, code: "unsorted" }],
    ["duplicate", { values: (v) => v.replace(/\n(.+)\n/, "\n$1\n$1\n") }, { line: 3, code: "duplicate" }],
    ["empty line", { values: (v) => v.replace(/\n/, "\n\n") }, { line: 2, code: "columns" }],
    ["carriage returns", { values: (v) => v.replaceAll("\n", "\r\n") }, { line: 1, code: "header" }],
    ["no end of line", { damage: (v) => v.slice(0, -1) }, { line: 37, code: "no_line_end" }],
    ["endless line", { damage: (v) => v + "1".repeat(3_000_000) }, { line: 38, code: "line_too_long" }],
    ["empty file", { damage: () => "" }, { line: 1, code: "header" }],
    [
      "practice twice in the list",
      { practices: [...practices, practices[0]!] },
      { file: "practices.csv", line: 3, column: "practice", code: "duplicate" },
    ],
    [
      "care group with a formula",
      { practices: [{ agb: "01800000", careGroup: "=1+1" }, ...practices] },
      { file: "practices.csv", line: 2, column: "careGroup", code: "pattern" },
    ],
    [
      "unknown field in the manifest",
      { manifest: (m) => void (m.patients = 3) },
      { file: "manifest.json", code: "manifest_field" },
    ],
    [
      "other catalogue",
      { manifest: (m) => void (m.catalogueVersion = "1999.1") },
      { column: "catalogueVersion", code: "catalogue_version" },
    ],
    [
      "measurement date outside the period",
      { measureDate: "2026-10-01" },
      { column: "measureDate", code: "date_outside_period" },
    ],
    [
      "file name with a path",
      { manifest: (m) => void (m.deliveryId = "../../etc/passwd") },
      { column: "deliveryId", code: "manifest_field" },
    ],
  ];

  it.each(cases)("bad input 6 %s", async (_, delivery, fault) => {
    const result = await take(delivery);
    expect(result.outcome).toBe("refused");
    if (result.outcome !== "refused") return;
    expect(result.faults).toContainEqual(expect.objectContaining(fault));
    expect([await published(), releases()]).toEqual([[], []]);
    for (const { code } of result.faults) {
      expect(Object.keys(texts.nl)).toContain(code);
      expect(Object.keys(texts.en)).toContain(code);
    }
  });

  it("bad input 6 a faulty correction leaves what is published as it was", async () => {
    await take();
    const before = [await published(), releases(), await overview("01900000")];
    const damage = (values: string) => values.replace(";100\n", ";200\n");
    const result = await take({ damage, deliveryId: "second", supersedes: "test-2026-q3" }, "second");
    expect(result).toMatchObject({ outcome: "refused" });
    expect([await published(), releases(), await overview("01900000")]).toEqual(before);
  });

  it("bad input 6 one wrong cell is one fault, at its file, line and column", async () => {
    const result = await take({ values: replaceLine(5, `01900001;${first};2026-Q3;4o;100`) });
    const faults = result.outcome === "refused" ? result.faults.filter(({ code }) => code !== "control_total") : [];
    expect(faults.map((fault) => faultWords(fault, "en"))).toEqual([
      'values.csv, line 5, column numerator: the value is not of the right form [pattern] ("4o")',
    ]);
  });

  it("bad input 6 a file that is wrong throughout gives a list that ends", async () => {
    const result = await take({
      values: (values) => values.replaceAll("2026-Q3", "2026-Q1"),
      rows: someRows(practices, many),
    });
    expect(result.outcome === "refused" && result.faults.length).toBe(100);
  });

  it("bad input 6 missing files and a manifest that is no JSON", async () => {
    const place = writeDelivery(path.join(folder, "delivery"), good);
    writeFileSync(path.join(place, "manifest.json"), Buffer.from([0xff, 0xfe, 0x7b]));
    const broken = await importDelivery(actor, place, () => undefined);
    expect(broken).toEqual({ outcome: "refused", faults: [{ file: "manifest.json", code: "not_json" }] });
    const empty = await importDelivery(actor, folder, () => undefined);
    expect(empty).toMatchObject({ outcome: "refused", faults: [{ code: "missing" }, {}, {}] });
  });
});

const many = JSON.parse(readFileSync("app/reports/definitions/indicators.json", "utf8")).indicators.map(
  ({ id }: { id: string }) => id,
);

function swapLines(a: number, b: number) {
  return (values: string) => {
    const lines = values.split("\n");
    [lines[a - 1], lines[b - 1]] = [lines[b - 1]!, lines[a - 1]!];
    return lines.join("\n");
  };
}

it("I-14 the example of docs/deliveries.md is a delivery that is taken in", async () => {
  const text = readFileSync("docs/deliveries.md", "utf8");
  const place = path.join(folder, "example");
  mkdirSync(place);
  const block = (start: string) => text.slice(text.indexOf(start), text.indexOf("```", text.indexOf(start)));
  writeFileSync(path.join(place, "manifest.json"), block('{\n  "schema"'));
  writeFileSync(path.join(place, "practices.csv"), block("practice;careGroup\n"));
  writeFileSync(path.join(place, "values.csv"), block("practice;indicator;period"));
  expect(await importDelivery(actor, place, () => undefined)).toMatchObject({ outcome: "published", rows: 3 });
});
