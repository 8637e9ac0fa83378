import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { openDocument } from "#app/platform/pdf/open-document.server.ts";
import { registerFonts } from "#app/platform/pdf/fonts.server.ts";
import { indicators } from "#app/reports/definitions/catalogue.ts";
import { importDelivery } from "#app/reports/deliveries/import.server.ts";
import { indicator as figuresOf } from "#app/reports/figures/read.server.ts";
import { paintProgramme } from "#app/reports/pdf/programme.server.tsx";
import { reportOf } from "#app/reports/model/report.ts";
import { reloadConfig } from "#app/shared/config.server.ts";
import { closeDatabase } from "#db/client.server.ts";
import { newDatabase } from "#tests/settings.ts";
import { writeDemoDelivery } from "../../scripts/demo-figures.ts";
import { median } from "./median.ts";
import { type Call, recordCalls, replay } from "./recorded.ts";

const AGB = "01900001";

/**
 * The PDF of the largest programme against the same drawing calls on a document of pdfkit without our code, by turns.
 * @returns medians in milliseconds of CPU, and ours over theirs
 */
export async function benchProgramme(rounds = 7): Promise<{ ours: number; bare: number; ratio: number }> {
  const work = mkdtempSync(path.join(tmpdir(), "zorgpoort-programme-"));
  const before = process.env.DATA_DIR;
  process.env.DATA_DIR = work;
  process.env.MODE = "test";
  reloadConfig();
  newDatabase(path.join(work, "zorgpoort.db"));
  try {
    const realPractices = [{ agb: AGB, careGroup: "Zorggroep Waterland" }];
    const folders = writeDemoDelivery(path.join(work, "in"), { practices: 200, periods: 20, seed: 7, realPractices });
    for (const folder of folders)
      await importDelivery({ kind: "system", name: "bench" }, folder, () => undefined, "bench");
    const paper = await programmePaper();
    const calls = await recordCalls(() => paintProgramme(paper));
    const times = { ours: [] as number[], bare: [] as number[] };
    for (let round = -2; round < rounds; round++) {
      const ours = await timed(() => paintProgramme(paper));
      const bare = await timed(() => bareDocument(calls, paper.at));
      if (round >= 0) {
        times.ours.push(ours);
        times.bare.push(bare);
      }
    }
    const [ours, bare] = [median(times.ours), median(times.bare)];
    return { ours, bare, ratio: ours / bare };
  } finally {
    await closeDatabase();
    process.env.DATA_DIR = before;
    rmSync(work, { recursive: true, force: true });
  }
}

async function programmePaper() {
  const reports = [];
  for (const indicator of indicators.filter((one) => one.programme === "dm2")) {
    const figures = await figuresOf(AGB, indicator.id, "country");
    if (figures) reports.push({ indicator, report: reportOf(indicator, figures, "country") });
  }
  const practice = { name: "Huisartsenpraktijk De Linde", agb: AGB };
  const taken = { practice, person: "Noor Waterman", at: new Date("2026-11-24T09:00:00Z"), language: "nl" as const };
  return { ...taken, demo: true, title: "Diabetes type 2", reports, missing: [] };
}

async function bareDocument(calls: Call[], at: Date): Promise<void> {
  const about = {
    title: "Diabetes type 2",
    author: "x",
    subject: "x",
    at,
    language: "nl",
    standard: "PDF/UA",
  } as const;
  const doc = openDocument(about);
  const ended = new Promise((resolve) => doc.on("end", resolve));
  doc.on("data", () => undefined);
  registerFonts(doc);
  replay(doc, calls);
  await ended;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
