import { childOf, elementsIn, textOf, type XmlElement } from "../xml.ts";
import { type Drawn, linesAsText } from "./drawing.ts";
import { chosen, GONE, wholeFields } from "./fields.ts";
import type { LetterContext } from "./letter-context.ts";
import { labelled } from "./labelled.ts";
import { box, paragraph, said } from "./markup.ts";
import { ListDepth } from "./list-depth.ts";
import type { Label } from "./numbering.ts";
import { Runs } from "./runs.ts";
import { isDropped, isShaded, outlineLevel } from "./styles.ts";
import { rowsOf, type Cell } from "./table.ts";

const THROUGH = new Set(["w:ins", "w:moveTo", "w:customXml", "w:smartTag", "w:sdtContent"]);

/** One text of a document, such as its body, a header or a text box: what Word shows of it, written out. */
export class Story {
  private readonly runs: Runs;
  /** Runs of a paragraph whose end was taken out or is hidden, or of a large first sign: they go on in the next. */
  private carried = "";
  private readonly depth = new ListDepth();
  readonly sections: XmlElement[] = [];
  private readonly letter: LetterContext;
  private readonly nodes: XmlElement[];
  /** Words before the first paragraph, such as the mark of a note. */
  private before: string;

  constructor(letter: LetterContext, nodes: XmlElement[], before = "") {
    this.letter = letter;
    this.nodes = nodes;
    this.before = before;
    this.runs = new Runs(letter, wholeFields(nodes));
  }

  written(ground = false): string {
    return this.blocks(this.nodes, ground) + this.rest();
  }

  private blocks(nodes: XmlElement[], ground: boolean): string {
    return nodes.map((node) => this.block(node, ground)).join("");
  }

  private block(node: XmlElement, ground: boolean): string {
    const { name } = node;
    if (name === "w:p") return this.paragraph(node, ground);
    if (name === "w:tbl") return this.table(node, ground);
    if (name === "w:sdt") return this.blocks(elementsIn(childOf(node, "w:sdtContent") ?? node), ground);
    if (name === "w:sectPr") this.sections.push(node);
    if (name === "w:altChunk") return this.named("document");
    if (THROUGH.has(name)) return this.blocks(elementsIn(node), ground);
    if (name === "mc:AlternateContent") return this.blocks(elementsIn(chosen(node) ?? node), ground);
    if (GONE.has(name)) return "";
    if (/^w:(?:sdtPr|sdtEndPr|sectPr|customXmlPr|\w+(?:Start|End))$/.test(name)) return "";
    // What stands loose between paragraphs is a paragraph of its own.
    return this.finished(this.runs.of([node], { style: this.letter.styles.plain, ground }), {});
  }

  private named(what: "document" | "other"): string {
    this.letter.leave(what);
    return paragraph(said(what, ""));
  }

  private paragraph(node: XmlElement, ground: boolean): string {
    this.letter.spend();
    const { styles, numbering } = this.letter;
    const properties = childOf(node, "w:pPr");
    const style = childOf(properties, "w:pStyle")?.attributes.get("w:val") ?? styles.plain;
    const section = childOf(properties, "w:sectPr");
    if (section) this.sections.push(section);
    const shade = childOf(properties, "w:shd") ?? styles.paragraph(style, "w:shd");
    const runs = this.runs.of(
      elementsIn(node).filter(({ name }) => name !== "w:pPr"),
      { style, ground: ground || isShaded(shade) },
    );
    const mark = childOf(properties, "w:rPr");
    if (childOf(mark, "w:del") || childOf(mark, "w:moveFrom")) {
      this.letter.leave("changes");
      this.carried += runs;
      return "";
    }
    const hidden = styles.look(style, mark, true).hidden;
    if (this.carried + runs === "" && hidden) return this.boxes();
    const label = numbering.next(style, childOf(properties, "w:numPr"));
    const heading = styles.heading(style) || outlineLevel(childOf(properties, "w:outlineLvl"));
    if (!label && !heading && ((hidden && !childOf(mark, "w:specVanish")) || isDropped(properties))) {
      this.carried += runs;
      return "";
    }
    return this.finished(runs, { label, heading });
  }

  private finished(runs: string, { label, heading = 0 }: { label?: Label | null; heading?: number }): string {
    const inside = this.before + (label?.text ? labelled(label) : "") + this.carried + runs;
    this.carried = "";
    if (inside === "") return this.boxes();
    this.before = "";
    const list = label && !heading ? { level: this.depth.of(label), ordered: label.ordered } : undefined;
    if (!list) this.depth.broke();
    return (
      paragraph(inside, { ...(heading ? { heading: this.letter.under(heading) } : {}), ...(list ? { list } : {}) }) +
      this.boxes()
    );
  }

  /** What was carried on to a paragraph that does not come. */
  private rest(): string {
    return this.carried === "" ? this.boxes() : this.finished("", {});
  }

  private boxes(): string {
    const drawn = this.runs.boxes;
    this.runs.boxes = [];
    return drawn.map((one) => this.boxed(one)).join("");
  }

  private boxed({ texts, lines }: Drawn): string {
    const inside = texts.map((text) => new Story(this.letter, elementsIn(text)).written(true)).join("");
    const all = inside + linesAsText(lines);
    return all === "" ? "" : box("box", all);
  }

  private table(node: XmlElement, ground: boolean): string {
    const before = this.rest();
    const properties = childOf(node, "w:tblPr");
    const look = childOf(properties, "w:tblStyle")?.attributes.get("w:val") ?? "";
    // A style of a table may colour its cells; what it does is not read here.
    const coloured = ground || (look !== "" && !/^(?:tablegrid|tablenormal|tabelraster|standaardtabel)$/i.test(look));
    const rows = rowsOf(node, (what) => this.letter.leave(what));
    if (rows.length === 0) return before;
    const written = rows.map(
      ({ head, cells }) =>
        `<w:tr>${head ? "<w:trPr><w:tblHeader/></w:trPr>" : ""}${cells.map((cell) => this.cell(cell, coloured)).join("")}</w:tr>`,
    );
    return `${before}<w:tbl>${written.join("")}</w:tbl>`;
  }

  private cell({ node, span, merge }: Cell, ground: boolean): string {
    const shade = childOf(childOf(node ?? undefined, "w:tcPr"), "w:shd");
    const shown =
      node && merge !== "continue"
        ? this.blocks(
            elementsIn(node).filter(({ name }) => name !== "w:tcPr"),
            ground || isShaded(shade),
          ) + this.rest()
        : "";
    if (node && merge === "continue" && /\S/.test(textOf(node))) this.letter.leave("other");
    const properties =
      (span > 1 ? `<w:gridSpan w:val="${span}"/>` : "") + (merge ? `<w:vMerge w:val="${merge}"/>` : "");
    return `<w:tc><w:tcPr>${properties}</w:tcPr>${shown}<w:p/></w:tc>`;
  }
}
