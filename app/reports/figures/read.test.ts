import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { indicators } from "#app/reports/definitions/catalogue.ts";
import { freshDatabase } from "#tests/database.ts";
import { somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { writeDemoDelivery } from "../../../scripts/demo-figures.ts";
import { closeReleases } from "./kept-releases.server.ts";
import { overview } from "./read-overview.server.ts";
import { indicator, latestPeriod } from "./read.server.ts";

const actor = { kind: "system" as const, name: "test" };
const practices = somePractices(12);
let folder: string;

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
});

const take = async (period: string, measureDate: string, own: number, given = practices) => {
  const rows = someRows(given, ["DM-101", "COPD-101"], (p) => [p === 0 ? own : 50, 100]);
  const place = writeDelivery(path.join(folder, period), { period, measureDate, practices: given, rows });
  expect(await importDelivery(actor, place, () => undefined, "a small world moves much")).toMatchObject({
    outcome: "published",
  });
};

describe("I-14 figures are read from the published releases", () => {
  it("I-14 before the first delivery there is nothing", async () => {
    expect([
      await latestPeriod(),
      await overview("01900000"),
      await indicator("01900000", "DM-101", "careGroup"),
    ]).toEqual([null, null, null]);
  });

  it("I-14 a practice sees its own figures of the newest period, with the way there oldest first", async () => {
    await take("2026-Q1", "2026-03-31", 10);
    await take("2026-Q3", "2026-09-30", 30);
    await take("2026-Q2", "2026-06-30", 20);
    expect(await latestPeriod()).toEqual({ period: "2026-Q3", measuredOn: "2026-09-30" });
    const seen = await overview("01900000");
    expect(seen).toMatchObject({ period: "2026-Q3", measuredOn: "2026-09-30", careGroup: "Zorggroep Test" });
    expect(seen?.rows.map((row) => row.indicatorId)).toEqual(["DM-101", "COPD-101"]);
    expect(seen?.rows[0]?.trend.map((point) => [point.period, point.numerator])).toEqual([
      ["2026-Q1", 10],
      ["2026-Q2", 20],
      ["2026-Q3", 30],
    ]);
    const points = (await indicator("01900000", "DM-101", "careGroup"))?.points;
    expect(points?.map((point) => [point.measuredOn, point.numerator, point.denominator, point.country?.n])).toEqual([
      ["2026-03-31", 10, 100, 12],
      ["2026-06-30", 20, 100, 12],
      ["2026-09-30", 30, 100, 12],
    ]);
  });

  it("I-14 a practice that was late keeps what it had, under its own date", async () => {
    await take("2026-Q2", "2026-06-30", 20);
    await take("2026-Q3", "2026-09-30", 50, practices.slice(1));
    expect(await overview("01900000")).toMatchObject({ period: "2026-Q2", measuredOn: "2026-06-30" });
    expect(await overview("01900001")).toMatchObject({ period: "2026-Q3" });
  });

  it("I-14 an unknown practice or indicator has no figures", async () => {
    await take("2026-Q3", "2026-09-30", 30);
    expect(await overview("01999999")).toBeNull();
    expect(await indicator("01900000", "DM-102", "careGroup")).toBeNull();
    expect(await indicator("01900000", "constructor", "careGroup")).toBeNull();
  });

  it("I-14 the demo world holds every indicator, the same for the same seed", async () => {
    const options = { practices: 40, periods: 2, seed: 5, realPractices: [{ agb: "01053210", careGroup: "De Linde" }] };
    const [first, second] = [
      writeDemoDelivery(path.join(folder, "a"), options),
      writeDemoDelivery(path.join(folder, "b"), options),
    ];
    for (const place of first)
      expect(await importDelivery(actor, place, () => undefined)).toMatchObject({ outcome: "published" });
    expect(await importDelivery(actor, second[1]!, () => undefined)).toMatchObject({ outcome: "already" });
    const seen = await overview("01053210");
    expect(seen).toMatchObject({ careGroup: "De Linde", period: "2026-Q3" });
    expect(seen?.rows.map((row) => row.indicatorId)).toEqual(indicators.map(({ id }) => id));
    expect(seen?.rows.every((row) => row.trend.length === 2)).toBe(true);
  });
});
