import { childOf, elementsIn, textOf, type XmlElement } from "../xml.ts";
import { type Drawn, drawn } from "./drawing.ts";
import { chosen, GONE, withoutResult } from "./fields.ts";
import { FieldStack, keepsUnseen } from "./field-stack.ts";
import { flatFormula } from "./formula.ts";
import type { LetterContext } from "./letter-context.ts";
import { bare, type Said, said, styled } from "./markup.ts";
import { AROUND_RUNS, lettersOf, pieceOf, SILENT } from "./pieces.ts";
import { isShaded, type Look, valueOf } from "./styles.ts";

/** Where runs stand: the style of the paragraph, and whether a colour is known to lie behind them. */
export type Around = { style: string; ground: boolean };

/** The runs of one text: what Word shows of them, in order, written out for the reader of the library. */
export class Runs {
  private readonly fields = new FieldStack();
  /** Drawings whose texts stand by themselves, in order. */
  boxes: Drawn[] = [];
  private readonly letter: LetterContext;
  private readonly whole: ReadonlySet<XmlElement>;

  constructor(letter: LetterContext, whole: ReadonlySet<XmlElement>) {
    this.letter = letter;
    this.whole = whole;
  }

  of(nodes: XmlElement[], around: Around): string {
    return nodes.map((node) => this.one(node, around)).join("");
  }

  private one(node: XmlElement, around: Around): string {
    const { name } = node;
    if (name === "w:r") return this.run(node, around);
    if (name === "w:ins" || name === "w:moveTo") this.letter.leave("changes");
    if (name === "w:hyperlink") this.letter.leave("link");
    if (name === "w:bdo" && valueOf(node) === "rtl") this.letter.leave("other");
    if (AROUND_RUNS.has(name)) return this.of(elementsIn(node), around);
    if (name === "w:sdt") return this.control(node, around);
    if (name === "w:fldSimple") return this.simple(node, node.attributes.get("w:instr") ?? "", around);
    if (name === "m:oMath" || name === "m:oMathPara") return this.say("formula", flatFormula(node) ?? "");
    if (name === "mc:AlternateContent") return this.of(elementsIn(chosen(node) ?? node), around);
    if (!GONE.has(name)) return this.unknown(node);
    this.letter.leave("changes");
    return "";
  }

  private simple(node: XmlElement, instruction: string, around: Around): string {
    const kept = keepsUnseen(instruction) ? "" : this.of(elementsIn(node), around);
    return kept || this.show(this.standing(instruction, this.letter.styles.look(around.style, undefined, true)));
  }

  /** A control shows what is in it; a tick box without a sign shows its state. */
  private control(node: XmlElement, around: Around): string {
    const settings = childOf(node, "w:sdtPr");
    if (childOf(settings, "w:dataBinding")) this.letter.leave("bound");
    const content = this.of(elementsIn(childOf(node, "w:sdtContent") ?? node), around);
    const box = childOf(settings, "w14:checkbox");
    if (content !== "" || !box) return content;
    const state = childOf(box, "w14:checked")?.attributes.get("w14:val") ?? "0";
    return this.show(bare(/^(?:1|true|on)$/.test(state) ? "☒" : "☐"));
  }

  private run(node: XmlElement, around: Around): string {
    this.letter.spend();
    const properties = childOf(node, "w:rPr");
    const ground = around.ground || isShaded(childOf(properties, "w:shd"));
    const look = this.letter.styles.look(around.style, properties, ground);
    let written = "";
    let white = false;
    for (const child of elementsIn(node)) {
      if (child.name === "w:fldChar") written += this.whole.has(child) ? this.step(child, look) : "";
      else if (child.name === "w:instrText") this.fields.instruct(textOf(child));
      else if (!look.hidden && this.fields.seen) {
        const inside = this.inRun(child, look, around);
        if (look.white && child.name === "w:t" && /\S/.test(inside)) white = true;
        else written += this.show(inside);
      }
    }
    return written + (white ? this.say("white", "") : "");
  }

  private inRun(child: XmlElement, look: Look, around: Around): string {
    const { name } = child;
    const piece = pieceOf(child, look);
    if (piece !== null) return piece;
    if (name === "w:footnoteReference" || name === "w:endnoteReference") {
      const mark = this.letter.refer(child);
      return mark === null ? "" : styled("note", `[${mark}]`);
    }
    if (name === "w:commentReference") return this.name("comment", "");
    if (/^w:(?:day|month|year)(?:Short|Long)$/.test(name)) return this.name("field", "");
    if (name === "w:object") return this.name("object", "");
    if (name === "w:drawing" || name === "w:pict") return this.drawing(child);
    if (name === "w:ruby") {
      const above = this.of(elementsIn(childOf(child, "w:rt") ?? child, "w:r"), around);
      const base = this.of(elementsIn(childOf(child, "w:rubyBase") ?? child, "w:r"), around);
      return above === "" ? base : `${base}${bare(" (")}${above}${bare(")")}`;
    }
    if (name === "mc:AlternateContent")
      return elementsIn(chosen(child) ?? child)
        .map((one) => this.inRun(one, look, around))
        .join("");
    return this.unknown(child);
  }

  private drawing(node: XmlElement): string {
    const found = drawn(node);
    if (found.texts.length + found.lines.length > 0) this.boxes.push(found);
    return found.named.map(({ what, detail }) => this.name(what, detail)).join("");
  }

  private step(sign: XmlElement, look: Look): string {
    const ended = this.fields.step(sign);
    if (!ended || ended.any || look.hidden || !this.fields.seen) return "";
    return this.show(this.standing(ended.instruction, look, ended.form));
  }

  private standing(instruction: string, look: Look, form?: XmlElement): string {
    const shown = withoutResult(instruction, form);
    if (!shown) return "";
    if ("said" in shown) return this.name(shown.said, shown.detail);
    return lettersOf(shown.text, { ...look, font: shown.font ?? look.font });
  }

  /** What nothing is known of is named where it holds words, and passed over where it does not. */
  private unknown(node: XmlElement): string {
    return SILENT.test(node.name) || !/\S/.test(textOf(node)) ? "" : this.say("other", "");
  }

  private say(what: Said, detail: string): string {
    return this.fields.seen ? this.show(this.name(what, detail)) : "";
  }

  private name(what: Said, detail: string): string {
    this.letter.leave(what);
    return said(what, detail);
  }

  private show(written: string): string {
    if (written !== "") this.fields.filled();
    return written;
  }
}
