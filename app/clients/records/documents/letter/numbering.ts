import { childOf, elementsIn, type XmlElement } from "../xml.ts";
import { numberAs } from "./number-as.ts";
import { isOn, type Styles, valueOf } from "./styles.ts";

/** What stands before a paragraph of a list: signs to read, or one of a font of pictures; and where the paragraph stands. */
export type Label = { text: string; font: string; ordered: boolean; list: string; level: number; indent: number };

const MOST_LEVELS = 9;
type Numbered = { list: string; overrides: ReadonlyMap<number, XmlElement>; starts: ReadonlyMap<number, number> };

/**
 * Counts the lists of a document as Word does (ECMA-376, part 1, 17.9): a list goes on after other text, a deeper level begins
 * anew after a higher one, and a number may begin elsewhere.
 */
export class Numbering {
  private readonly lists = new Map<string, XmlElement>();
  private readonly numbers = new Map<string, Numbered>();
  private readonly counts = new Map<string, (number | undefined)[]>();
  private readonly started = new Set<string>();
  private readonly styles: Styles;

  constructor(root: XmlElement | null, styles: Styles) {
    this.styles = styles;
    for (const list of root ? elementsIn(root, "w:abstractNum") : [])
      this.lists.set(list.attributes.get("w:abstractNumId") ?? "", list);
    for (const number of root ? elementsIn(root, "w:num") : []) {
      const overrides = new Map<number, XmlElement>();
      const starts = new Map<number, number>();
      for (const override of elementsIn(number, "w:lvlOverride")) {
        const level = Number(override.attributes.get("w:ilvl") ?? 0);
        const start = valueOf(childOf(override, "w:startOverride"));
        const own = childOf(override, "w:lvl");
        if (start !== undefined) starts.set(level, Number(start));
        if (own) overrides.set(level, own);
      }
      const list = valueOf(childOf(number, "w:abstractNumId")) ?? "";
      this.numbers.set(number.attributes.get("w:numId") ?? "", { list, overrides, starts });
    }
  }

  /** Counts one paragraph, and tells what stands before it; null where it is in no list, or nothing stands there. */
  next(style: string, direct: XmlElement | undefined): Label | null {
    const given = this.styles.paragraph(style, "w:numPr");
    const id = valueOf(childOf(direct, "w:numId")) ?? valueOf(childOf(given, "w:numId"));
    const number = id === undefined || id === "0" ? undefined : this.resolved(id);
    if (id === undefined || !number) return null;
    const said = valueOf(childOf(direct, "w:ilvl")) ?? valueOf(childOf(given, "w:ilvl"));
    const level = said === undefined ? this.levelOfStyle(number, style) : Number(said);
    if (!(level >= 0 && level < MOST_LEVELS)) return null;
    const counts = this.count(id, number, level);
    const own = this.level(number, level);
    const place = { list: number.list, level, indent: indentOf(childOf(own, "w:pPr")) };
    // A level that the list does not have: in the list, with nothing before it.
    if (!own) return { text: "", font: "", ordered: false, ...place, indent: level * 360 };
    if (isOn(childOf(childOf(own, "w:rPr"), "w:vanish"))) return null;
    const format = valueOf(childOf(own, "w:numFmt")) ?? "decimal";
    const text = valueOf(childOf(own, "w:lvlText")) ?? "";
    if (format === "bullet") {
      const font = childOf(childOf(own, "w:rPr"), "w:rFonts")?.attributes.get("w:ascii") ?? "";
      const sign = childOf(own, "w:lvlPicBulletId") || text === "" ? "•" : text;
      return { text: sign, font, ordered: false, ...place };
    }
    const legal = isOn(childOf(own, "w:isLgl"));
    const label = text.replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const said = valueOf(childOf(this.level(number, at), "w:numFmt")) ?? "decimal";
      return numberAs(legal ? "decimal" : said, counts[at] ?? this.start(number, at));
    });
    return label.trim() === "" ? null : { text: label, font: "", ordered: true, ...place };
  }

  private count(id: string, number: Numbered, level: number): (number | undefined)[] {
    const counts = this.counts.get(number.list) ?? [];
    this.counts.set(number.list, counts);
    const key = `${id} ${level}`;
    const anew = number.starts.has(level) && !this.started.has(key);
    this.started.add(key);
    const now = counts[level];
    counts[level] = anew || now === undefined ? this.start(number, level) : now + 1;
    for (let deeper = level + 1; deeper < MOST_LEVELS; deeper++) {
      const after = Number(valueOf(childOf(this.level(number, deeper), "w:lvlRestart")) ?? deeper);
      if (after !== 0 && level < after) counts[deeper] = undefined;
    }
    return counts;
  }

  private start(number: Numbered, level: number): number {
    const start = number.starts.get(level) ?? Number(valueOf(childOf(this.level(number, level), "w:start")) ?? 1);
    return Number.isFinite(start) ? start : 1;
  }

  private level(number: Numbered, level: number): XmlElement | undefined {
    const is = ({ attributes }: XmlElement) => Number(attributes.get("w:ilvl") ?? 0) === level;
    const list = this.lists.get(number.list);
    return number.overrides.get(level) ?? (list ? elementsIn(list, "w:lvl").find(is) : undefined);
  }

  private levelOfStyle(number: Numbered, style: string): number {
    const list = this.lists.get(number.list);
    const own = list && elementsIn(list, "w:lvl").find((one) => valueOf(childOf(one, "w:pStyle")) === style);
    return Number(own?.attributes.get("w:ilvl") ?? 0);
  }

  /** A list may point to a style, which points to the list that is meant. */
  private resolved(id: string, seen = new Set<string>()): Numbered | undefined {
    const number = this.numbers.get(id);
    const list = number && this.lists.get(number.list);
    const link = valueOf(childOf(list, "w:numStyleLink"));
    if (link === undefined || seen.has(id)) return list ? number : undefined;
    const other = valueOf(childOf(this.styles.paragraph(link, "w:numPr"), "w:numId"));
    return other === undefined ? undefined : this.resolved(other, seen.add(id));
  }
}

/** How far a paragraph stands from the side, in twentieths of a point. */
export const indentOf = (properties: XmlElement | undefined): number => {
  const indent = childOf(properties, "w:ind")?.attributes;
  return Number(indent?.get("w:left") ?? indent?.get("w:start") ?? 0) || 0;
};
