import { HAIR, LEFT, PALE, WIDTH, type Sheet, type Style } from "#app/platform/pdf/sheet.server.ts";
import { pick } from "#app/shared/i18n.ts";
import { comparedWith, figureRows } from "#app/reports/model/sentences.ts";
import { texts } from "#app/reports/model/texts.ts";
import type { Paper } from "./paper.ts";

const CELL: Style = { size: 7.5 };
/** Shares of the width: quarter, numerator, denominator, value, interval, five percentiles, practices, signal. */
const SHARES = [9.5, 9, 8, 8, 14, 7.4, 7.4, 8.4, 7.4, 7.4, 8.5, 6];
const ROW = 16;

/** Every number behind the charts, newest first; of so many quarters, or all. */
export function paintFigures(sheet: Sheet, part: ReturnType<Sheet["part"]>, paper: Paper, quarters?: number): void {
  const { report, indicator, language } = paper;
  const words = pick(texts, language).page;
  const { heads, rows } = figureRows(report, indicator, language, quarters);
  const caption = words.tableCaption(comparedWith(report, words));
  sheet.write(part, "P", caption, { size: 8.5 }, { x: LEFT, y: sheet.y, width: WIDTH });
  sheet.y += sheet.height(caption, { size: 8.5 }, WIDTH) + 6;
  const table = sheet.part("Table", part);
  const line = (cells: string[], head: boolean) => {
    sheet.ornament((doc) => {
      if (head) doc.rect(LEFT, sheet.y - 4, WIDTH, ROW).fill(PALE);
      else doc.rect(LEFT, sheet.y - 4, WIDTH, 0.5).fill(HAIR);
    });
    const row = sheet.part("TR", table);
    let x = LEFT + 4;
    cells.forEach((cell, i) => {
      const width = (WIDTH * SHARES[i]!) / 100;
      const scope = head ? "Column" : i === 0 ? "Row" : undefined;
      const style: Style = scope ? { ...CELL, weight: "semibold" } : CELL;
      sheet.write(row, scope ? "TH" : "TD", cell, style, { x, y: sheet.y, width }, scope);
      x += width;
    });
    row.end();
    sheet.y += ROW;
  };
  line(heads, true);
  for (const cells of rows) {
    sheet.room(ROW);
    line(cells, false);
  }
  table.end();
}
