import { operator } from "#app/platform/settings/in-force.server.ts";
import { LEFT, PETROL, Sheet, SOFT, WIDTH } from "#app/platform/pdf/sheet.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { formatNumber } from "#app/ui/format.ts";
import { onPaper } from "../charts/palette.ts";
import { ReportStrip, ReportTrend } from "../charts/report-charts.tsx";
import { catalogueVersion } from "../definitions/catalogue.ts";
import { insightOf } from "#app/reports/model/insight.ts";
import { sentences } from "#app/reports/model/sentences.ts";
import { texts } from "#app/reports/model/texts.ts";
import { paintContents } from "./contents.server.ts";
import { paintFigures } from "./figures.server.ts";
import type { Paper, ProgrammePaper } from "./paper.ts";
import { BODY, chart, paragraph, QUIET, section } from "./pieces.server.tsx";
import { stamp } from "./stamp.ts";

/** Quarters in the tables at the end; the report of one indicator has them all. */
const QUARTERS = 8;
const VALUE = 190;

/** Others are answered between two indicators: a long programme takes some hundreds of milliseconds. */
const letOthersGo = () => new Promise((resolve) => setImmediate(resolve));

/** The report of a whole programme on A4 as PDF/UA-1: what stands out, every indicator with its charts, all figures. */
export async function paintProgramme(paper: ProgrammePaper): Promise<Buffer> {
  const { language, practice, title, reports } = paper;
  const words = pick(texts, language);
  const subject = words.pdf.programme;
  const sheet = new Sheet({ title, author: operator().name, subject, at: paper.at, language, standard: "PDF/UA" });
  cover(sheet, paper);
  const contents = paintContents(sheet, words.pdf.contents, reports.length);
  for (const one of reports) {
    await letOthersGo();
    sheet.room(338);
    contents.note(one.indicator.name[language]);
    half(sheet, { ...paper, ...one });
  }
  section(sheet, words.page.table, 140, (part) => {
    paragraph(sheet, part, words.pdf.tables(QUARTERS), QUIET);
    contents.note(words.page.table);
  });
  for (const one of reports) {
    await letOthersGo();
    const heading = `${one.indicator.id} ${one.indicator.name[language]}`;
    const whole = { ...paper, ...one, notes: [], goal: null };
    section(sheet, heading, 200, (part) => paintFigures(sheet, part, whole, QUARTERS), "H3");
  }
  contents.fill();
  return sheet.finish((page, pages) => ({
    left: `${operator().product}   ·   ${practice.name}, AGB ${practice.agb}   ·   ${words.pdf.version(catalogueVersion)}`,
    right: words.pdf.page(page, pages),
  }));
}

function cover(sheet: Sheet, paper: ProgrammePaper): void {
  const { language, reports, missing, title } = paper;
  const words = pick(texts, language);
  const part = sheet.part("Sect");
  paragraph(sheet, part, operator().product, { size: 12, weight: "semibold", color: PETROL });
  sheet.y += 4;
  paragraph(sheet, part, title, { size: 24, weight: "semibold", color: PETROL }, "H1");
  const [first] = reports;
  if (first) paragraph(sheet, part, stamp(paper, sentences(first.report, first.indicator, language).fresh), QUIET);
  part.end();
  sheet.y += 6;
  section(sheet, words.overview.out, 60, (out) => {
    paragraph(sheet, out, words.overview.outHow, QUIET);
    for (const kind of ["worse", "better"] as const) {
      const found = reports.filter(({ report }) => report.verdict === kind);
      paragraph(sheet, out, words.overview.outKinds[kind](found.length), { ...BODY, weight: "semibold" }, "H3");
      for (const { indicator, report } of found) {
        const said = sentences(report, indicator, language);
        paragraph(
          sheet,
          out,
          [`${indicator.name[language]}: ${said.value}.`, said.toMedian].filter(Boolean).join(" "),
          BODY,
        );
      }
      if (found.length === 0) paragraph(sheet, out, words.overview.outNone[kind], BODY);
    }
    const changed = reports.filter(({ report }) => report.change !== null && report.change !== "same");
    paragraph(sheet, out, words.overview.outKinds.changed(changed.length), { ...BODY, weight: "semibold" }, "H3");
    for (const { indicator, report } of changed)
      paragraph(sheet, out, `${indicator.name[language]}: ${words.changes[report.change!].toLowerCase()}.`, BODY);
    if (changed.length === 0) paragraph(sheet, out, words.overview.outNone.changed, BODY);
  });
  if (missing.length > 0) {
    const left = sheet.part("Sect");
    const names = missing.map((one) => one.name[language]).join("; ");
    paragraph(sheet, left, `${words.pdf.missing(formatNumber(missing.length, language))} ${names}.`, QUIET);
    left.end();
  }
}

/** One indicator on half a page: value and strip side by side, the trend below them, in words what they show. */
function half(sheet: Sheet, paper: Omit<Paper, "notes" | "goal">): void {
  const { report, indicator, language } = paper;
  const said = sentences(report, indicator, language);
  const insight = insightOf(report, indicator, language);
  const shown = { report, said, indicator, language, palette: onPaper, size: "wide" } as const;
  section(sheet, indicator.name[language], 320, (part) => {
    const top = sheet.y;
    const left = { x: LEFT, width: VALUE };
    paragraph(sheet, part, said.value, { size: 20, weight: "bold" }, "P", left);
    paragraph(sheet, part, `${said.count} · ${indicator.id}`, { ...QUIET, color: SOFT }, "P", left);
    const below = sheet.y;
    sheet.y = top;
    if (said.strip) {
      const across = { x: LEFT + VALUE + 10, width: WIDTH - VALUE - 10 };
      chart(sheet, part, { width: 560, height: 106, alt: said.strip, element: <ReportStrip {...shown} /> }, across);
    }
    sheet.y = Math.max(sheet.y, below);
    paragraph(sheet, part, [said.verdict, said.toMedian, insight.change].filter(Boolean).join(" "), BODY);
    chart(sheet, part, { width: 720, height: 300, alt: said.trend, element: <ReportTrend {...shown} /> });
    paragraph(sheet, part, [said.trend, ...insight.signals.found, said.peers].join(" "), QUIET);
  });
}
