import { drawable, registerFonts, type Weight } from "./fonts.server.ts";
import { type About, collect, openDocument } from "./open-document.server.ts";

export const INK = "#1d2b2d";
export const SOFT = "#566567";
export const PETROL = "#0f5d67";
export const PALE = "#eef4f3";
export const HAIR = "#d5dcda";

export const LEFT = 68;
export const WIDTH = 595.28 - 2 * LEFT;
const TOP = 60;
const LOWEST = 841.89 - 70;
/** No text of ours is wider per sign, in parts of its size. */
const WIDEST = 0.8;

type Element = ReturnType<PDFKit.PDFDocument["struct"]>;
export type Style = { weight?: Weight; size: number; color?: string; gap?: number };
export type Box = { x: number; y: number; width: number };

/** A4 paper that keeps count of where the next thing goes, and breaks pages only between things. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  y = TOP;
  private readonly root: Element;
  private readonly done: Promise<Buffer>;

  /** For keeping PDF/A-3a, for reading with any aid PDF/UA-1; the same input and time give the same bytes. */
  constructor(about: About) {
    this.doc = openDocument(about);
    this.done = collect(this.doc);
    registerFonts(this.doc);
    this.root = this.doc.struct("Document", { title: about.title });
    this.doc.addStructure(this.root);
  }

  /** Opens a part of the document; close it with `end`. */
  part(kind: string, parent: Element = this.root): Element {
    const element = this.doc.struct(kind);
    parent.add(element);
    return element;
  }

  /** Goes to a new page when less than `height` points are left on this one. */
  room(height: number): void {
    if (this.y + height > LOWEST) this.newPage();
  }

  newPage(): void {
    this.doc.addPage();
    this.y = TOP;
  }

  /** Number of the page that is drawn on, from 0. */
  page(): number {
    return this.doc.bufferedPageRange().count - 1;
  }

  /** Goes back to a page for what can only be written last. */
  goTo(page: number): void {
    this.doc.switchToPage(page);
  }

  height(text: string, style: Style, width: number): number {
    this.dress(style);
    return this.doc.heightOfString(drawable(text), { width, lineGap: style.gap ?? 2 });
  }

  /** Writes text as one tagged element inside a box; does not move `y`. */
  write(parent: Element, tag: string, text: string, style: Style, box: Box, scope?: "Row" | "Column"): void {
    const options = (scope ? { scope } : {}) as object;
    parent.add(
      this.doc.struct(tag, options, () => {
        this.dress(style);
        this.doc.text(`${drawable(text)} `, box.x, box.y, { width: box.width + 4, lineGap: style.gap ?? 2 });
      }),
    );
  }

  /** Writes a paragraph below what stands there and moves on; measures it first only where the page might be too short. */
  flow(parent: Element, tag: string, text: string, style: Style, across: Omit<Box, "y">, after: number): void {
    const lines = Math.ceil((text.length * style.size * WIDEST) / across.width) + 1;
    const most = lines * (style.size * 1.5 + (style.gap ?? 2));
    if (this.y + most > LOWEST) this.room(this.height(text, style, across.width));
    this.write(parent, tag, text, style, { ...across, y: this.y });
    this.y = this.doc.y + after;
  }

  /** Draws a picture in a box as one tagged figure; `alt` says the same in words. Does not move `y`. */
  figure(parent: Element, alt: string, box: Box & { height: number }, draw: (doc: PDFKit.PDFDocument) => void): void {
    const bbox: [number, number, number, number] = [box.x, box.y, box.x + box.width, box.y + box.height];
    parent.add(
      this.doc.struct("Figure", { alt, bbox } as object, () => {
        this.doc.save();
        draw(this.doc);
        this.doc.restore();
      }),
    );
  }

  /** Draws what carries no meaning: read aloud, it is silent. */
  ornament(draw: (doc: PDFKit.PDFDocument) => void, type: "Layout" | "Pagination" = "Layout"): void {
    this.doc.markContent("Artifact", { type });
    draw(this.doc);
    this.doc.endMarkedContent();
  }

  dress(style: Style): void {
    this.doc
      .font(style.weight ?? "regular")
      .fontSize(style.size)
      .fillColor(style.color ?? INK);
  }

  /** Puts a foot on every page and gives the finished bytes. */
  async finish(foot: (page: number, pages: number) => { left: string; right: string }): Promise<Buffer> {
    const { count } = this.doc.bufferedPageRange();
    for (let page = 0; page < count; page++) {
      this.doc.switchToPage(page);
      const { left, right } = foot(page + 1, count);
      this.ornament((doc) => {
        const y = 841.89 - 52;
        doc
          .moveTo(LEFT, y)
          .lineTo(LEFT + WIDTH, y)
          .lineWidth(0.5)
          .strokeColor(HAIR)
          .stroke();
        this.dress({ size: 7.5, color: SOFT });
        doc.text(drawable(left), LEFT, y + 9, { lineBreak: false });
        doc.text(drawable(right), LEFT, y + 9, { width: WIDTH, align: "right", lineBreak: false });
      }, "Pagination");
    }
    this.root.end();
    this.doc.end();
    return this.done;
  }
}
