import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { requireReports } from "#app/platform/rights/guards.server.ts";
import { db } from "#db/client.server.ts";
import { auditLog } from "#db/schema/audit.ts";
import { freshDatabase } from "#tests/database.ts";
import { somePractices, someRows, writeDelivery } from "#tests/deliveries.ts";
import { testWith } from "#tests/outside.ts";
import { anEmployee, aReader } from "#tests/report-world.ts";
import { indicators } from "../definitions/catalogue.ts";
import { closeReleases } from "../figures/kept-releases.server.ts";
import { exportProgramme } from "./export.server.ts";

const copd = indicators.filter((one) => one.programme === "copd").map((one) => one.id);
let folder: string;

beforeEach(async () => {
  closeReleases();
  folder = await freshDatabase();
  const practices = somePractices(12);
  for (const [period, measureDate, own] of [
    ["2025-Q3", "2025-09-30", 80],
    ["2026-Q3", "2026-09-30", 30],
  ] as const) {
    const rows = someRows(practices, [...copd.slice(1), "DM-101"], (p) => [p === 0 ? own : 50, 100]);
    const place = writeDelivery(path.join(folder, period), { period, measureDate, practices, rows });
    expect(await importDelivery({ kind: "system", name: "test" }, place, () => undefined)).toMatchObject({
      outcome: "published",
    });
  }
});

const enter = (cookie: string) => requireReports(new Request("http://localhost/", { headers: { cookie } }));
const asked = { programme: "copd", scope: "country", language: "nl" } as const;

describe("E9 E14: the report of a whole programme", () => {
  it("E9 Z02: leaves with what is open to this person alone, and the log says so", async () => {
    const reader = await aReader();
    const { actor, practice } = await enter(reader.cookie);
    const file = await exportProgramme(actor, practice, asked);
    expect(file.name).toBe("programma-copd-2026-Q3.pdf");
    const [line] = (await db.select().from(auditLog)).filter((one) => one.event === "report.export");
    expect(line?.detail).toMatchObject({ format: "pdf", indicators: copd.length - 1 });

    const nurse = await enter((await anEmployee(reader, ["dm2"])).cookie);
    await expect(exportProgramme(nurse.actor, nurse.practice, asked)).rejects.toThrow("not_found");
    await expect(exportProgramme(actor, practice, { ...asked, programme: "none" })).rejects.toThrow("not_found");
  });

  testWith("pdftotext")(
    "E9 E13 E14: an outside reader finds every indicator, verdict and figure, and what is missing",
    async () => {
      const { actor, practice } = await enter((await aReader()).cookie);
      const place = path.join(folder, "programme.pdf");
      writeFileSync(place, (await exportProgramme(actor, practice, asked)).bytes);
      const text = spawnSync("pdftotext", ["-layout", place, "-"], { encoding: "utf8" }).stdout.replace(/\s+/g, " ");
      for (const one of indicators.filter(({ programme }) => programme === "copd")) expect(text).toContain(one.name.nl);
      expect(text).toContain("Wat valt op");
      expect(text).toContain("Niet geleverd (1):");
      expect(text).toContain("30,0%");
      expect(text).toContain("Noor Waterman");
      expect(text).toContain("verzonnen");
    },
  );

  testWith("qpdf")("E13: is tagged PDF/UA that an outside checker finds sound", async () => {
    const { actor, practice } = await enter((await aReader()).cookie);
    const place = path.join(folder, "programme.pdf");
    const { bytes } = await exportProgramme(actor, practice, asked);
    writeFileSync(place, bytes);
    expect(spawnSync("qpdf", ["--check", place], { encoding: "utf8" }).status).toBe(0);
    expect(bytes.toString("latin1")).toContain("/MarkInfo");
  });
});
