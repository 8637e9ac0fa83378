import { HAIR, LEFT, SOFT, WIDTH, type Sheet, type Style } from "./sheet.server.ts";

type Part = ReturnType<Sheet["part"]>;
const LABEL: Style = { size: 9, weight: "medium", color: SOFT };

/** Rows of what was entered, label before value, with hairlines between. */
export function factsTable(sheet: Sheet, part: Part, rows: { label: string; value: string }[]): void {
  const value = { x: LEFT + 170, width: WIDTH - 170 };
  const strong: Style = { size: 9.5, weight: "medium" };
  const table = sheet.part("Table", part);
  for (const row of rows) {
    const height = Math.max(sheet.height(row.value, strong, value.width), sheet.height(row.label, LABEL, 160));
    sheet.room(height + 10);
    sheet.ornament((doc) =>
      doc
        .moveTo(LEFT, sheet.y)
        .lineTo(LEFT + WIDTH, sheet.y)
        .lineWidth(0.5)
        .strokeColor(HAIR)
        .stroke(),
    );
    const line = sheet.part("TR", table);
    sheet.write(line, "TH", row.label, LABEL, { x: LEFT, y: sheet.y + 4.5, width: 160 }, "Row");
    sheet.write(line, "TD", row.value, strong, { ...value, y: sheet.y + 4.5 });
    line.end();
    sheet.y += height + 8.5;
  }
  table.end();
  sheet.y += 6;
}
