import { operator } from "#app/platform/settings/in-force.server.ts";
import { factsTable } from "#app/platform/pdf/facts-table.server.ts";
import { LEFT, PETROL, Sheet, SOFT } from "#app/platform/pdf/sheet.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { formatDate } from "#app/ui/format.ts";
import { onPaper } from "../charts/palette.ts";
import { ReportFunnel, ReportStrip, ReportTrend } from "../charts/report-charts.tsx";
import { programmes } from "#app/platform/rights/programmes.data.ts";
import { catalogueVersion } from "../definitions/catalogue.ts";
import { formatFigure, formatPeriod } from "#app/reports/model/figure-format.ts";
import { texts as goalTexts } from "../goals/texts.ts";
import { insightOf } from "#app/reports/model/insight.ts";
import { marksOf, noteHead } from "#app/reports/model/marks.ts";
import { definitionRows, sentences } from "#app/reports/model/sentences.ts";
import { texts } from "#app/reports/model/texts.ts";
import { paintFigures } from "./figures.server.ts";
import type { Paper } from "./paper.ts";
import { BODY, chart, paragraph, type Part, QUIET, section } from "./pieces.server.tsx";
import { stamp } from "./stamp.ts";

/** One report on A4 as PDF/UA-1: the words, charts and numbers of the page, stamped with who, when and which definition. */
export async function paintReport(paper: Paper): Promise<Buffer> {
  const { indicator, report, language, practice } = paper;
  const words = pick(texts, language);
  const title = indicator.name[language];
  const about = { title, author: operator().name, subject: words.pdf.subject, at: paper.at, language };
  const sheet = new Sheet({ ...about, standard: "PDF/UA" });
  const shown = { report, indicator, language, palette: onPaper, size: "wide" } as const;
  const said = sentences(report, indicator, language);
  const insight = insightOf(report, indicator, language);
  head(sheet, paper);
  standing(sheet, paper);
  section(sheet, words.page.trend, 260, (part) => {
    const goal = paper.goal && goalLine(paper.goal.target, paper, "goalShort");
    const marks = marksOf(paper.notes, paper.goal, goal ?? "");
    chart(sheet, part, {
      ...{ width: 720, height: 300, alt: said.trend },
      element: <ReportTrend {...shown} said={said} marks={marks} />,
    });
    paragraph(sheet, part, said.trend, BODY);
    paragraph(sheet, part, words.page.legend, QUIET);
    for (const line of insight.signals.found) paragraph(sheet, part, line, BODY);
    for (const line of insight.signals.notes) paragraph(sheet, part, line, QUIET);
  });
  const { funnel } = insight;
  if (funnel) {
    section(sheet, words.insight.funnel, 290, (part) => {
      const alt = `${funnel.place} ${funnel.facts}`;
      chart(sheet, part, { width: 720, height: 320, alt, element: <ReportFunnel {...shown} insight={insight} /> });
      paragraph(sheet, part, alt, BODY);
      paragraph(sheet, part, funnel.dots, QUIET);
    });
  }
  if (paper.goal || paper.notes.length > 0)
    section(sheet, pick(goalTexts, language).title, 60, (part) => own(sheet, part, paper));
  section(sheet, words.page.definition, 120, (part) => {
    const rows = definitionRows(indicator, language);
    factsTable(
      sheet,
      part,
      rows.map(({ term, value }) => ({ label: term, value })),
    );
  });
  section(sheet, words.page.table, 120, (part) => paintFigures(sheet, part, paper));
  return sheet.finish((page, pages) => ({
    left: `${operator().product}   ·   ${practice.name}, AGB ${practice.agb}   ·   ${indicator.id}, ${words.pdf.version(catalogueVersion)}`,
    right: words.pdf.page(page, pages),
  }));
}

function head(sheet: Sheet, paper: Paper): void {
  const { indicator, report, language } = paper;
  const words = pick(texts, language);
  const said = sentences(report, indicator, language);
  const part = sheet.part("Sect");
  paragraph(sheet, part, operator().product, { size: 12, weight: "semibold", color: PETROL });
  sheet.y += 4;
  paragraph(sheet, part, indicator.name[language], { size: 22, weight: "semibold", color: PETROL }, "H1");
  const programme = programmes.find((one) => one.id === indicator.programme)?.name[language] ?? "";
  const line = [programme, indicator.id, words.directions[indicator.direction]].join(" · ");
  paragraph(sheet, part, line, { ...BODY, color: SOFT });
  paragraph(sheet, part, stamp(paper, `${said.fresh} ${said.behind ?? ""}`.trim()), QUIET);
  part.end();
  sheet.y += 4;
}

function standing(sheet: Sheet, { report, indicator, language }: Paper): void {
  const words = pick(texts, language);
  const said = sentences(report, indicator, language);
  const insight = insightOf(report, indicator, language);
  const top = sheet.y;
  section(sheet, words.page.now, 120, (part) => {
    paragraph(sheet, part, said.value, { size: 26, weight: "bold" });
    paragraph(sheet, part, said.count, { ...BODY, weight: "medium" });
    if (said.interval) paragraph(sheet, part, said.interval, BODY);
    paragraph(sheet, part, [said.verdict, said.toMedian].filter(Boolean).join(" "), { ...BODY, weight: "semibold" });
    if (insight.change) paragraph(sheet, part, insight.change, BODY);
    if (insight.caseMix) {
      paragraph(sheet, part, `${words.insight.corrected}: ${insight.caseMix.value}`, { ...BODY, weight: "medium" });
      paragraph(sheet, part, insight.caseMix.how, QUIET);
    }
  });
  sheet.ornament((doc) => doc.rect(LEFT - 14, top - 4, 3, sheet.y - top - 8).fill(PETROL));
  section(sheet, words.page.strip, 150, (part) => {
    if (said.strip) {
      const element = <ReportStrip {...{ report, said, indicator, language }} palette={onPaper} size="wide" />;
      chart(sheet, part, { width: 560, height: 106, alt: said.strip, element });
      paragraph(sheet, part, [said.strip, insight.rank].filter(Boolean).join(" "), BODY);
    }
    paragraph(sheet, part, `${said.peers} ${words.page.meaning}`, QUIET);
  });
}

/** The practice's own goal and remarks. */
function own(sheet: Sheet, part: Part, paper: Paper): void {
  const { goal, notes, language } = paper;
  const marks = marksOf(notes, goal, "");
  if (goal) paragraph(sheet, part, goalLine(goal.target, paper, "goalLine"), BODY);
  for (const note of notes) {
    const by = pick(goalTexts, language).by_(note.author, formatDate(note.at, language));
    paragraph(sheet, part, `${noteHead(note, marks)}: ${note.text} (${by})`, BODY);
  }
}

function goalLine(target: number, { goal, indicator, language }: Paper, form: "goalShort" | "goalLine"): string {
  const words = pick(goalTexts, language);
  const value = formatFigure(indicator, target, language);
  return form === "goalShort"
    ? words.goalShort(value)
    : words.goalLine(value, formatPeriod(goal!.period), goal!.author);
}
