import type { WordPackage } from "../word-package.ts";
import { childOf, elementsIn, type XmlElement } from "../xml.ts";
import type { Left } from "./markup.ts";
import { numberAs } from "./number-as.ts";
import { Numbering } from "./numbering.ts";
import { Styles, valueOf } from "./styles.ts";

/** So many runs and paragraphs are shown on a page: some 150 pages of paper, read in less than a second. */
const MOST = 12_000;

export class TooLong extends Error {}

/** A note that is referred to: its mark, and the note itself. */
export type Note = { mark: string; body: XmlElement };

/** What is known while a letter is read, and what of it is left out. */
export class LetterContext {
  readonly left = new Map<Left, number>();
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly notes: Note[] = [];
  private readonly bodies: Record<"footnote" | "endnote", Map<string, XmlElement>>;
  private readonly formats: Record<"footnote" | "endnote", string>;
  private readonly counts = { footnote: 0, endnote: 0 };
  private readonly headings: number[] = [];
  private spent = 0;
  readonly word: WordPackage;
  readonly main: string;

  constructor(word: WordPackage, main: string) {
    this.word = word;
    this.main = main;
    const part = (kind: string) => word.xml(word.partOf(main, kind));
    this.styles = new Styles(part("styles"));
    this.numbering = new Numbering(part("numbering"), this.styles);
    this.bodies = { footnote: notesIn(part("footnotes")), endnote: notesIn(part("endnotes")) };
    const settings = part("settings") ?? undefined;
    const format = (kind: string, usual: string) =>
      valueOf(childOf(childOf(settings, `w:${kind}Pr`), "w:numFmt")) ?? usual;
    this.formats = { footnote: format("footnote", "decimal"), endnote: format("endnote", "lowerRoman") };
  }

  /** Notes that the letter has one more thing the view does not show. */
  leave(what: Left): void {
    this.left.set(what, (this.left.get(what) ?? 0) + 1);
  }

  /** How deep a heading of a level stands below those before it: who moves along headings misses none. */
  under(level: number): number {
    while ((this.headings.at(-1) ?? 0) >= level) this.headings.pop();
    return this.headings.push(level);
  }

  /** The mark of the note that a reference points to, which then stands at the end; null where nothing is to be shown. */
  refer({ name, attributes }: XmlElement): string | null {
    const kind = name === "w:footnoteReference" ? "footnote" : "endnote";
    const body = this.bodies[kind].get(attributes.get("w:id") ?? "");
    if (!body) return null;
    // A mark of the writer's own stands in the text already.
    const own = /^(?:1|true|on)$/.test(attributes.get("w:customMarkFollows") ?? "");
    const mark = own ? "*" : numberAs(this.formats[kind], ++this.counts[kind]);
    this.notes.push({ mark, body });
    return own ? null : mark;
  }

  /** @throws TooLong when it is more than a page can show */
  spend(): void {
    if (++this.spent > MOST) throw new TooLong();
  }
}

function notesIn(root: XmlElement | null): Map<string, XmlElement> {
  const notes = root
    ? elementsIn(root).filter(({ attributes }) => (attributes.get("w:type") ?? "normal") === "normal")
    : [];
  return new Map(notes.map((note) => [note.attributes.get("w:id") ?? "", note]));
}
