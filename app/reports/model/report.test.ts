import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { NotFound } from "#app/shared/errors.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { freshDatabase } from "#tests/database.ts";
import { somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { testWith } from "#tests/outside.ts";
import { anEmployee, aReader } from "#tests/report-world.ts";
import { indicatorById } from "#app/reports/definitions/catalogue.ts";
import { closeReleases } from "#app/reports/figures/kept-releases.server.ts";
import { reportFor } from "./indicator.server.ts";
import { exportReport } from "#app/reports/pdf/export.server.ts";
import { definitionRows, figureRows, sentences } from "./sentences.ts";
import { verdictOf } from "#app/reports/figures/verdict.ts";

const system = { kind: "system", name: "test" } as const;
const practices = somePractices(12);
const hba1c = indicatorById("DM-101")!;
const asked = { indicator: hba1c, scope: "country", language: "nl" } as const;
let folder: string;

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
});

/** One quarter in which the first practice has this figure and the others 50 of 100. */
async function published(period: string, measureDate: string, own: [number, number]): Promise<void> {
  const rows = someRows(practices, ["DM-101", "COPD-101"], (p) => (p === 0 ? own : [50, 100]));
  const place = writeDelivery(path.join(folder, period), { period, measureDate, practices, rows });
  expect(await importDelivery(system, place, () => undefined)).toMatchObject({ outcome: "published" });
}

const enter = (cookie: string) => requireReports(new Request("http://localhost/rapportages", { headers: { cookie } }));

describe("what may be said of a figure", () => {
  it("E5: better or worse only when the whole interval lies on one side of the median, and enough people were counted", () => {
    const higher = { unit: "percent", direction: "higher" } as const;
    expect(verdictOf(higher, { numerator: 90, denominator: 100 }, 0.5)).toBe("better");
    expect(verdictOf(higher, { numerator: 10, denominator: 100 }, 0.5)).toBe("worse");
    expect(verdictOf({ ...higher, direction: "lower" }, { numerator: 10, denominator: 100 }, 0.5)).toBe("better");
    expect(verdictOf({ ...higher, direction: "neutral" }, { numerator: 10, denominator: 100 }, 0.5)).toBe("lower");
    expect(verdictOf(higher, { numerator: 55, denominator: 100 }, 0.5)).toBe("similar");
    expect(verdictOf(higher, { numerator: 19, denominator: 19 }, 0.5)).toBe("small");
    expect(verdictOf(higher, { numerator: 90, denominator: 100 }, null)).toBe("no_peers");
  });

  it("E5: the same share of more people never turns a verdict round", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.02, max: 0.98, noNaN: true }),
        (n, share, median) => {
          const few = { numerator: Math.round(share * n), denominator: n };
          const many = { numerator: few.numerator * 4, denominator: n * 4 };
          const judge = (figure: typeof few) => verdictOf({ unit: "percent", direction: "higher" }, figure, median);
          return judge(few) === "similar" || judge(few) === judge(many);
        },
      ),
    );
  });
});

describe("the report of an indicator", () => {
  it("E1 E13: value, interval, course and peers are said in words and stand in the table, gaps named", async () => {
    await published("2026-Q1", "2026-03-31", [20, 100]);
    await published("2026-Q3", "2026-09-30", [30, 100]);
    const { practice } = await enter((await aReader()).cookie);
    const report = (await reportFor(practice, hba1c, "country"))!;
    const said = sentences(report, hba1c, "nl");
    expect(said.value).toBe("30,0%");
    expect(said.interval).toContain("21,9%");
    expect(said.interval).toContain("39,6%");
    expect(said.trend).toContain("20,0%");
    expect(report.verdict).toBe("worse");
    expect(report.toMedian).toBe(20);
    const { rows } = figureRows(report, hba1c, "nl");
    expect(rows.map((cells) => cells[0]!.replace("\u00a0", " "))).toEqual(["Q3 2026", "Q2 2026", "Q1 2026"]);
    expect(rows[1]!.slice(2)).toEqual(Array(10).fill("–"));
    expect(rows[0]).toContain("50,0%");
  });

  it("E2: what is counted, since when and on which source stands beside the figures", () => {
    const told = definitionRows(hba1c, "nl")
      .map(({ value }) => value)
      .join(" ");
    for (const words of ["HbA1c", "12 maanden", "NHG", "2026.1"]) expect(told).toContain(words);
  });

  it("I-14 E9: the report leaves as tagged PDF/UA with its own fonts, and the log says who took it", async () => {
    await published("2026-Q3", "2026-09-30", [30, 100]);
    const { actor, practice } = await enter((await aReader()).cookie);
    const file = await exportReport(actor, practice, asked);
    expect(file.name).toBe("rapport-DM-101-2026-Q3.pdf");
    const raw = file.bytes.toString("latin1");
    for (const mark of [
      "/Marked true",
      "/Lang (nl-NL)",
      "pdfuaid:part>1<",
      "/DisplayDocTitle true",
      "/S /Figure",
      "/S /Table",
      "/S /TH",
    ])
      expect(raw, mark).toContain(mark);
    expect(raw).not.toMatch(/Helvetica|\/JavaScript/);
    const line = (await db.select().from(auditLog)).find((one) => one.event === "report.export");
    expect(line).toMatchObject({ actorId: actor.accountId, objectId: "DM-101", organisation: practice.agb });
  });

  testWith("pdftotext")("E9 E13: an outside reader finds every number of the page in the PDF", async () => {
    await published("2026-Q3", "2026-09-30", [30, 100]);
    const { actor, practice } = await enter((await aReader()).cookie);
    const file = path.join(folder, "report.pdf");
    writeFileSync(file, (await exportReport(actor, practice, asked)).bytes);
    const text = spawnSync("pdftotext", ["-layout", file, "-"]).stdout.toString();
    for (const words of ["30,0%", "21,9%", "39,6%", "50,0%", "Huisartsenpraktijk De Linde", "verzonnen", "Q3 2026"])
      expect(text).toContain(words);
    expect(spawnSync("qpdf", ["--check", file]).status ?? 0).toBe(0);
  });

  it("Z02 I-13: programmes that were not granted answer as if they did not exist, on the page and on paper", async () => {
    await published("2026-Q3", "2026-09-30", [30, 100]);
    const reader = await aReader();
    const { actor, practice } = await enter((await anEmployee(reader, ["copd"])).cookie);
    await expect(exportReport(actor, practice, asked)).rejects.toBeInstanceOf(NotFound);
    expect((await db.select().from(auditLog)).filter((one) => one.event === "report.export")).toEqual([]);
    const granted = { ...asked, indicator: indicatorById("COPD-101")! };
    expect((await exportReport(actor, practice, granted)).name).toBe("rapport-COPD-101-2026-Q3.pdf");
    await expect(
      exportReport(actor, { ...practice, reports: false }, { ...asked, indicator: indicatorById("COPD-101")! }),
    ).rejects.toBeInstanceOf(NotFound);
  });
});
