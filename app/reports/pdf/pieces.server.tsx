import type { ReactElement } from "react";
import { LEFT, PETROL, type Sheet, SOFT, WIDTH, type Style } from "#app/platform/pdf/sheet.server.ts";
import { paintElements } from "#app/platform/pdf/walker.server.ts";

export type Part = ReturnType<Sheet["part"]>;
export const BODY: Style = { size: 10, gap: 2.4 };
export const QUIET: Style = { size: 8.5, color: SOFT, gap: 2 };
export const HEADING: Style = { size: 13, weight: "semibold", color: PETROL };

/** Where something is drawn, across the page. */
export type Across = { x: number; width: number };
export const WHOLE: Across = { x: LEFT, width: WIDTH };

/** Draws a chart of this size; `alt` says the same in words. */
export function chart(
  sheet: Sheet,
  part: Part,
  drawing: { width: number; height: number; alt: string; element: ReactElement },
  across: Across = WHOLE,
): void {
  const scale = across.width / drawing.width;
  const box = { ...across, y: sheet.y, height: drawing.height * scale };
  sheet.figure(part, drawing.alt, box, (doc) => {
    doc.translate(box.x, box.y).scale(scale);
    paintElements(doc, drawing.element);
  });
  sheet.y += box.height + 6;
}

/** A part with its heading, kept together with at least `room` points of what follows. */
export function section(sheet: Sheet, heading: string, room: number, fill: (part: Part) => void, tag = "H2"): void {
  sheet.room(room);
  const part = sheet.part("Sect");
  paragraph(sheet, part, heading, HEADING, tag);
  sheet.y += 2;
  fill(part);
  part.end();
  sheet.y += 8;
}

/** A paragraph below what stands there. */
export function paragraph(sheet: Sheet, part: Part, text: string, style: Style, tag = "P", across = WHOLE): void {
  sheet.flow(part, tag, text, style, across, 4);
}
