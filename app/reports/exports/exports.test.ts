import path from "node:path";
import { parse } from "csv-parse/sync";
import readXlsx from "read-excel-file/node";
import { beforeEach, describe, expect, it } from "vitest";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { freshDatabase } from "#tests/database.ts";
import { somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { anEmployee, aReader } from "#tests/report-world.ts";
import { indicatorById } from "../definitions/catalogue.ts";
import { closeReleases } from "../figures/kept-releases.server.ts";
import { wilson } from "#app/reports/figures/statistics.ts";
import { exportIndicator, exportOverview } from "./export.server.ts";

const hba1c = indicatorById("DM-101")!;
const everything = { programme: "", search: "", language: "nl" } as const;
let folder: string;

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
});

const enter = (cookie: string) => requireReports(new Request("http://localhost/", { headers: { cookie } }));

async function published(count: number) {
  const practices = somePractices(count);
  const rows = someRows(practices, ["DM-101", "COPD-101", "AB-01"], (p) => [40 + p, 121]);
  const place = writeDelivery(path.join(folder, "d"), { practices, rows });
  await importDelivery({ kind: "system", name: "test" }, place, () => undefined);
}

const csv = (bytes: Buffer) => parse<Record<string, string>>(bytes, { delimiter: ",", columns: true });

describe("E9: figures leave as a file", () => {
  it("E9 E13: the overview equals an independent calculation to the last digit, with origin in every row", async () => {
    await published(12);
    const { actor, practice } = await enter((await aReader()).cookie);
    const file = await exportOverview(actor, practice, { ...everything, form: "machine" });
    const rows = csv(file.bytes);
    expect(rows.map((row) => row.Code).toSorted()).toEqual(["AB-01", "COPD-101", "DM-101"]);
    const row = rows.find((one) => one.Code === "DM-101")!;
    const { low, high } = wilson(40, 121);
    expect([row.Waarde, row["95% onder"], row["95% boven"], row.Mediaan].map(Number)).toEqual(
      [40 / 121, low, high, 45.5 / 121].map((value) => Number((value * 100).toFixed(6))),
    );
    expect(row).toMatchObject({ "AGB praktijk": "01900000", Teller: "40", Noemer: "121", Praktijken: "12" });
    expect(file.name).toBe("rapportages-2026-Q3.csv");
  });

  it("E9: an Excel has the figures as numbers and where they come from on a sheet of its own", async () => {
    await published(12);
    const { actor, practice } = await enter((await aReader()).cookie);
    const asked = { indicator: hba1c, scope: "country", language: "nl", form: "xlsx" } as const;
    const sheets = await readXlsx((await exportIndicator(actor, practice, asked)).bytes);
    const [data, origin] = sheets;
    expect(data!.data[1]!.slice(0, 4)).toEqual(["2026-Q3", new Date("2026-09-30T00:00:00Z"), 40, 121]);
    expect(data!.data[1]![4]).toBeCloseTo((40 / 121) * 100, 9);
    const facts = new Map(origin!.data.map(([label, value]) => [label, value]));
    expect(facts.get("Praktijk")).toBe("Huisartsenpraktijk De Linde, AGB 01900000");
    expect(facts.get("Gemaakt door")).toBe("Noor Waterman");
    expect(facts.get("Definities, versie")).toBe("2026.1");
    expect(facts.get("Let op")).toContain("verzonnen");
  });

  it("E9 E5: what the page suppresses is suppressed in the file, by its word and never as 0 or nothing", async () => {
    await published(9);
    const { actor, practice } = await enter((await aReader()).cookie);
    const [row] = csv((await exportOverview(actor, practice, { ...everything, form: "machine" })).bytes);
    expect([row!.P10, row!.Mediaan, row!.P90, row!.Praktijken]).toEqual(Array(4).fill("onderdrukt"));
  });

  it("E9 Z02: an employee takes along only the programmes that were granted; each file is one line in the log", async () => {
    await published(12);
    const nurse = await enter((await anEmployee(await aReader(), ["copd"])).cookie);
    const file = await exportOverview(nurse.actor, nurse.practice, { ...everything, form: "machine" });
    expect(csv(file.bytes).map((row) => row.Code)).toEqual(["COPD-101"]);
    const asked = { indicator: hba1c, scope: "country", language: "nl", form: "excel" } as const;
    await expect(exportIndicator(nurse.actor, nurse.practice, asked)).rejects.toThrow("not_found");
    const lines = (await db.select().from(auditLog)).filter((one) => one.event === "report.export");
    expect(lines.map((one) => one.detail)).toMatchObject([{ form: "machine", period: "2026-Q3", rows: 1 }]);
  });
});
