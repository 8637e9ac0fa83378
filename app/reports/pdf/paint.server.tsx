import type { ReactElement } from "react";
import { operator } from "#app/environments/operator.ts";
import { factsTable } from "#app/pdf/facts-table.server.ts";
import { LEFT, PETROL, Sheet, SOFT, WIDTH, type Style } from "#app/pdf/sheet.server.ts";
import { paintElements } from "#app/pdf/walker.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { formatDateTime } from "#app/ui/format.ts";
import { onPaper } from "../charts/palette.ts";
import { ReportStrip, ReportTrend } from "../charts/report-charts.tsx";
import { catalogueVersion, programmes } from "../definitions/catalogue.ts";
import { definitionRows, sentences } from "../sentences.ts";
import { texts } from "../texts.ts";
import { paintFigures } from "./figures.server.ts";
import type { Paper } from "./paper.ts";

type Part = ReturnType<Sheet["part"]>;
const BODY: Style = { size: 10, gap: 2.4 };
const QUIET: Style = { size: 8.5, color: SOFT, gap: 2 };
const HEADING: Style = { size: 13, weight: "semibold", color: PETROL };

/** One report on A4 as PDF/UA-1: the words, charts and numbers of the page, stamped with who, when and which definition. */
export async function paintReport(paper: Paper): Promise<Buffer> {
  const { indicator, report, language, practice } = paper;
  const said = sentences(report, indicator, language);
  const words = pick(texts, language);
  const title = indicator.name[language];
  const about = { title, author: operator.name, subject: words.pdf.subject, at: paper.at, language };
  const sheet = new Sheet({ ...about, standard: "PDF/UA" });
  head(sheet, paper);
  standing(sheet, paper);
  section(sheet, words.page.trend, 260, (part) => {
    chart(
      sheet,
      part,
      720,
      300,
      said.trend,
      <ReportTrend {...{ report, said, indicator, language }} palette={onPaper} size="wide" />,
    );
    paragraph(sheet, part, said.trend, BODY);
    paragraph(sheet, part, words.page.legend, QUIET);
  });
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
    left: `${operator.product}   ·   ${practice.name}, AGB ${practice.agb}   ·   ${indicator.id}, ${words.pdf.version(catalogueVersion)}`,
    right: words.pdf.page(page, pages),
  }));
}

function head(sheet: Sheet, { indicator, report, practice, person, at, language, demo }: Paper): void {
  const words = pick(texts, language);
  const said = sentences(report, indicator, language);
  const part = sheet.part("Sect");
  paragraph(sheet, part, operator.product, { size: 12, weight: "semibold", color: PETROL });
  sheet.y += 4;
  paragraph(sheet, part, indicator.name[language], { size: 22, weight: "semibold", color: PETROL }, "H1");
  const programme = programmes.find((one) => one.id === indicator.programme)?.name[language] ?? "";
  const line = [programme, indicator.id, words.directions[indicator.direction]].join(" · ");
  paragraph(sheet, part, line, { ...BODY, color: SOFT });
  const stamp = [
    `${practice.name}, AGB ${practice.agb}. ${said.fresh} ${said.behind ?? ""}`.trim(),
    `${words.pdf.made(person, formatDateTime(at, language))}${demo ? ` ${words.overview.invented}` : ""}`,
  ];
  paragraph(sheet, part, stamp.join(" "), QUIET);
  part.end();
  sheet.y += 4;
}

function standing(sheet: Sheet, { report, indicator, language }: Paper): void {
  const words = pick(texts, language);
  const said = sentences(report, indicator, language);
  const top = sheet.y;
  section(sheet, words.page.now, 120, (part) => {
    paragraph(sheet, part, said.value, { size: 26, weight: "bold" });
    paragraph(sheet, part, said.count, { ...BODY, weight: "medium" });
    if (said.interval) paragraph(sheet, part, said.interval, BODY);
    paragraph(sheet, part, [said.verdict, said.toMedian].filter(Boolean).join(" "), { ...BODY, weight: "semibold" });
  });
  sheet.ornament((doc) => doc.rect(LEFT - 14, top - 4, 3, sheet.y - top - 8).fill(PETROL));
  section(sheet, words.page.strip, 150, (part) => {
    if (said.strip) {
      chart(
        sheet,
        part,
        560,
        106,
        said.strip,
        <ReportStrip {...{ report, said, indicator, language }} palette={onPaper} size="wide" />,
      );
      paragraph(sheet, part, said.strip, BODY);
    }
    paragraph(sheet, part, `${said.peers} ${words.page.meaning}`, QUIET);
  });
}

/** Draws a chart of this size over the width of the text. */
function chart(sheet: Sheet, part: Part, width: number, height: number, alt: string, element: ReactElement): void {
  const scale = WIDTH / width;
  const box = { x: LEFT, y: sheet.y, width: WIDTH, height: height * scale };
  sheet.figure(part, alt, box, (doc) => {
    doc.translate(box.x, box.y).scale(scale);
    paintElements(doc, element);
  });
  sheet.y += box.height + 6;
}

function section(sheet: Sheet, heading: string, room: number, fill: (part: Part) => void): void {
  sheet.room(room);
  const part = sheet.part("Sect");
  paragraph(sheet, part, heading, HEADING, "H2");
  sheet.y += 2;
  fill(part);
  part.end();
  sheet.y += 8;
}

function paragraph(sheet: Sheet, part: Part, text: string, style: Style, tag = "P"): void {
  const height = sheet.height(text, style, WIDTH);
  sheet.room(height);
  sheet.write(part, tag, text, style, { x: LEFT, y: sheet.y, width: WIDTH });
  sheet.y += height + 4;
}
