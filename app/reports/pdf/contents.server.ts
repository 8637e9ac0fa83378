import { LEFT, type Sheet, WIDTH } from "#app/platform/pdf/sheet.server.ts";
import { BODY, HEADING, paragraph } from "./pieces.server.tsx";

const LINE = 15.5;

/** The table of contents: its place is kept now, its page numbers are known only when all is drawn. */
export type Contents = {
  /** Something to be found begins on the page at hand. */
  note: (title: string) => void;
  /** Writes the lines where their place was kept. */
  fill: () => void;
};

/** Keeps a page of its own for so many titles and one more. */
export function paintContents(sheet: Sheet, heading: string, titles: number): Contents {
  sheet.newPage();
  const part = sheet.part("Sect");
  paragraph(sheet, part, heading, HEADING, "H2");
  const list = sheet.part("TOC", part);
  const [page, top] = [sheet.page(), sheet.y + 6];
  const found: { title: string; page: number }[] = [];
  sheet.y = top + (titles + 1) * LINE;
  sheet.newPage();
  return {
    note: (title) => found.push({ title, page: sheet.page() + 1 }),
    fill() {
      sheet.goTo(page);
      found.forEach((one, n) => {
        const line = sheet.part("TOCI", list);
        const y = top + n * LINE;
        sheet.write(line, "P", one.title, BODY, { x: LEFT, y, width: WIDTH - 50 });
        sheet.write(line, "P", String(one.page), BODY, { x: LEFT + WIDTH - 30, y, width: 30 });
        line.end();
      });
      list.end();
      part.end();
    },
  };
}
