import { LEFT, PALE, PETROL, SOFT, WIDTH, type Sheet, type Style } from "#app/platform/pdf/sheet.server.ts";
import type { DocumentText, Field } from "./text.ts";

export const HEADING: Style = { size: 12, weight: "semibold", color: PETROL };

/** Mark, sender, title and what it is about. */
export function letterHead(sheet: Sheet, text: DocumentText): void {
  const part = sheet.part("Sect");
  sheet.ornament((doc) => {
    // The mark of the portal, drawn in its own 34 by 34 units.
    doc
      .save()
      .translate(LEFT, sheet.y - 4)
      .scale(22 / 34);
    doc.roundedRect(0, 0, 34, 34, 9).fill(PETROL);
    doc.lineWidth(2.5).lineCap("round").strokeColor("#ffffff");
    doc.path("M9 25V14a8 8 0 0 1 16 0v11M14 25v-9m6 9v-9").stroke();
    doc.restore();
  });
  const brand = { x: LEFT + 31, y: sheet.y - 2, width: 200 };
  sheet.write(part, "P", text.operator.product, { size: 14, weight: "semibold", color: PETROL }, brand);
  const side = { x: LEFT + WIDTH - 210, y: sheet.y - 3, width: 210 };
  for (const line of [text.operator.name, text.operator.address, `${text.operator.phone} · ${text.operator.email}`]) {
    sheet.write(part, "P", line, { size: 8, color: SOFT }, side);
    side.y += 11;
  }
  sheet.y += 54;
  const title: Style = { size: 23, weight: "semibold", color: PETROL, gap: 1 };
  const width = WIDTH - 60;
  sheet.write(part, "H1", text.title, title, { x: LEFT, y: sheet.y, width });
  sheet.y += sheet.height(text.title, title, width) + 8;
  const line = `${text.practitioner.name} voor ${text.practice.name}. Aanvraag ${text.number}, versie ${text.version} van ${text.madeOn}.`;
  sheet.write(part, "P", line, { size: 9.5, color: SOFT }, { x: LEFT, y: sheet.y, width: WIDTH });
  sheet.y += sheet.height(line, { size: 9.5 }, WIDTH) + 16;
  part.end();
}

/** The box that says it in short, for who reads no further. */
export function summary(sheet: Sheet, rows: Field[]): void {
  const inner = { x: LEFT + 104, width: WIDTH - 104 - 20 };
  const style: Style = { size: 10, gap: 2.6 };
  const heights = rows.map((row) => sheet.height(row.value, style, inner.width) + 8);
  const total = 50 + heights.reduce((sum, one) => sum + one, 0);
  sheet.ornament((doc) => doc.roundedRect(LEFT, sheet.y, WIDTH, total, 10).fill(PALE));
  const part = sheet.part("Sect");
  sheet.write(part, "H2", "In het kort", HEADING, { x: LEFT + 20, y: sheet.y + 17, width: 200 });
  sheet.y += 43;
  const table = sheet.part("Table", part);
  rows.forEach((row, index) => {
    const line = sheet.part("TR", table);
    const label: Style = { size: 10, weight: "semibold", color: PETROL };
    sheet.write(line, "TH", row.label, label, { x: LEFT + 20, y: sheet.y, width: 80 }, "Row");
    sheet.write(line, "TD", row.value, style, { ...inner, y: sheet.y });
    line.end();
    sheet.y += heights[index] ?? 0;
  });
  part.end();
  sheet.y += 24;
}
