import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { freshDatabase } from "#tests/database.ts";
import { somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { aReader } from "#tests/report-world.ts";
import { indicatorById } from "#app/reports/definitions/catalogue.ts";
import { closeReleases } from "#app/reports/figures/kept-releases.server.ts";
import { insightOf } from "./insight.ts";
import { reportFor } from "./indicator.server.ts";
import { overviewFor } from "./overview.server.ts";

const system = { kind: "system", name: "test" } as const;
const IDS = ["COPD-101", "DM-101", "DM-102", "DM-201"];
let folder: string;

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
});

/** One quarter: the first practice has these shares of 200 by indicator, the others lie around half. */
async function published(period: string, measureDate: string, own: Record<string, number>, more: object = {}) {
  const practices = somePractices(40).map((one, n) => ({
    ...one,
    careGroup: n % 2 ? "Groep A" : "Groep B",
    region: n < 20 ? "Polder" : "Duinen",
    listSize: n % 4 < 2 ? 2000 : 5000,
    ...more,
  }));
  const rows = someRows(practices, IDS, (p, i) => [p === 0 ? (own[IDS[i]!] ?? 100) : 90 + (p % 20), 200]);
  const place = writeDelivery(path.join(folder, period), { period, measureDate, practices, rows });
  const result = await importDelivery(system, place, () => undefined, "a small world moves much");
  expect(result).toMatchObject({ outcome: "published" });
}

const enter = async () => {
  const { cookie } = await aReader();
  return (await requireReports(new Request("http://localhost/rapportages", { headers: { cookie } }))).practice;
};
const everything = { programme: "", search: "" };

describe("what stands out", () => {
  it("E1 E6: less good, better and changed come first, each only when the uncertainty agrees", async () => {
    await published("2025-Q3", "2025-09-30", { "DM-101": 150, "DM-201": 101 });
    await published("2026-Q3", "2026-09-30", { "DM-101": 40, "DM-102": 190, "DM-201": 104 });
    const { out } = (await overviewFor(await enter(), everything, "nl"))!;
    expect(out.worse.rows.map((row) => row.id)).toEqual(["DM-101"]);
    expect(out.better.rows.map((row) => row.id)).toEqual(["DM-102"]);
    expect(out.changed.rows.map((row) => [row.id, row.change])).toEqual([
      ["DM-101", "worsened"],
      ["DM-102", "improved"],
    ]);
  });

  it("E1: the furthest off comes first, and what is left out by a search is not counted in the list", async () => {
    await published("2026-Q3", "2026-09-30", { "DM-101": 60, "DM-102": 20 });
    const practice = await enter();
    const found = (await overviewFor(practice, everything, "nl"))!;
    expect(found.out.worse.rows.map((row) => row.id)).toEqual(["DM-102", "DM-101"]);
    const searched = (await overviewFor(practice, { programme: "", search: "DM-101" }, "nl"))!;
    expect(searched.counts).toEqual({ worse: 1 });
    expect(searched.out.worse.count).toBe(2);
  });

  it("E11: each programme says how much of it was delivered", async () => {
    await published("2026-Q3", "2026-09-30", {});
    const { groups } = (await overviewFor(await enter(), everything, "nl"))!;
    expect(groups.map(({ id, delivered }) => [id, delivered])).toEqual([
      ["dm2", 3],
      ["copd", 1],
    ]);
    expect(groups.every(({ delivered, all }) => delivered < all)).toBe(true);
  });
});

describe("with whom a practice is compared", () => {
  it.each([
    ["country", 40],
    ["careGroup", 20],
    ["region", 20],
    ["size", 20],
  ] as const)("E3: %s brings its own peers and says how many they are", async (scope, n) => {
    await published("2026-Q3", "2026-09-30", {});
    const report = (await reportFor(await enter(), indicatorById("DM-101")!, scope))!;
    expect(report.last.peers?.n).toBe(n);
  });

  it("E3: a practice that belongs to no region is offered none", async () => {
    await published("2026-Q3", "2026-09-30", {}, { region: "" });
    const report = (await reportFor(await enter(), indicatorById("DM-101")!, "region"))!;
    expect(report.parties.region).toBeNull();
    expect(report.last.peers).toBeNull();
  });
});

describe("case mix", () => {
  it("E4: the corrected value stands beside the raw one, with how it came about", async () => {
    const practices = somePractices(12);
    const rows = someRows(practices, ["DM-101"], (p) => [p === 0 ? 60 : 50, 100]).map((row) => ({
      ...row,
      expected: 75,
    }));
    await importDelivery(system, writeDelivery(path.join(folder, "d"), { practices, rows }), () => undefined);
    const indicator = indicatorById("DM-101")!;
    const report = (await reportFor(await enter(), indicator, "country"))!;
    const pooled = (60 + 11 * 50) / 1200;
    expect(report.last.figure?.value).toBe(0.6);
    expect(report.caseMix?.value).toBeCloseTo((60 / 75) * pooled, 12);
    expect(report.caseMix!.low).toBeLessThan(report.caseMix!.value);
    const said = insightOf(report, indicator, "nl").caseMix!;
    expect(said.value).toContain("40,7%");
    expect(said.how).toContain("75,0");
  });

  it("E4: without expected numerators nothing is corrected", async () => {
    await published("2026-Q3", "2026-09-30", {});
    expect((await reportFor(await enter(), indicatorById("DM-101")!, "country"))?.caseMix).toBeNull();
  });
});

describe("merged practices", () => {
  it("E6 E15: a merger counts for every indicator, also one without a figure in that quarter, and ends the year before it", async () => {
    await published("2025-Q3", "2025-09-30", { "DM-101": 150, "COPD-101": 150 });
    const practices = somePractices(40).map((one, n) => ({ ...one, formerly: n === 0 ? "01999999" : "" }));
    const rows = someRows(practices, IDS.slice(1), () => [100, 200]);
    const merger = { period: "2026-Q1", measureDate: "2026-03-31", practices, rows };
    await importDelivery(system, writeDelivery(path.join(folder, "merger"), merger), () => undefined, "they merged");
    await published("2026-Q3", "2026-09-30", { "DM-101": 40, "COPD-101": 40 });
    const practice = await enter();
    for (const id of ["COPD-101", "DM-101"]) {
      const report = (await reportFor(practice, indicatorById(id)!, "country"))!;
      expect(report.points.map((point) => point.merged)).toEqual([false, false, true, false, false]);
      expect(report.change).toBeNull();
    }
    expect((await overviewFor(practice, everything, "nl"))!.changes).toBe(0);
  });

  it("E6: signals are looked for from the quarter of the merger on, and the page says so", async () => {
    await published("2026-Q2", "2026-06-30", { "DM-101": 20 });
    await published("2026-Q3", "2026-09-30", { "DM-101": 100 }, { formerly: "" });
    const practices = somePractices(12).map((one, n) => ({ ...one, formerly: n === 0 ? "01999999" : "" }));
    const rows = someRows(practices, ["DM-101"], () => [50, 100]);
    const later = { period: "2026-Q4", measureDate: "2026-12-31", deliveryId: "later" };
    await importDelivery(
      system,
      writeDelivery(path.join(folder, "m"), { practices, rows, ...later }),
      () => undefined,
      "a small world moves much",
    );
    const indicator = indicatorById("DM-101")!;
    const report = (await reportFor(await enter(), indicator, "country"))!;
    expect(report.points.map((point) => point.merged)).toEqual([false, false, true]);
    expect(insightOf(report, indicator, "nl").signals.notes[0]).toContain("Q4 2026");
  });
});
