import { childOf, elementsIn, type XmlElement } from "../xml.ts";
import { fontIn, laidOver, type Properties } from "./laid-over.ts";

/** How a run looks where that changes what it says. */
export type Look = {
  hidden: boolean;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  strike: boolean;
  caps: boolean;
  smallCaps: boolean;
  raised: "superscript" | "subscript" | null;
  font: string;
  /** White letters on a ground of which nothing is known: nothing to see. */
  white: boolean;
};
type Style = { name: string; basedOn: string | undefined; run: Properties; paragraph: Properties };

const NONE: Properties = new Map();
/** A text raised or lowered by this (half points) stands above or below the line; small letters do so by any. */
const RAISED = 4;

export const valueOf = (element: XmlElement | undefined): string | undefined => element?.attributes.get("w:val");
/** Whether a property that is there is on (ECMA-376, part 1, 17.17.4). */
export const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !["0", "false", "off"].includes(valueOf(element) ?? "1");

/**
 * The styles of a document and what they come down to: properties inherited along `basedOn`, and those that switch, where a
 * style of a paragraph and one of letters cancel each other out (ECMA-376, part 1, 17.7.2 and 17.7.3).
 */
export class Styles {
  private readonly styles = new Map<string, Style>();
  private readonly merged = new Map<string, Properties>();
  private readonly defaults: Properties;
  /** The style of a paragraph that names none. */
  readonly plain: string;

  constructor(root: XmlElement | null) {
    const all = root ? elementsIn(root, "w:style") : [];
    for (const style of all) {
      const id = style.attributes.get("w:styleId") ?? "";
      if (this.styles.has(id)) continue;
      this.styles.set(id, {
        name: valueOf(childOf(style, "w:name")) ?? "",
        basedOn: valueOf(childOf(style, "w:basedOn")),
        run: propertiesIn(childOf(style, "w:rPr")),
        paragraph: propertiesIn(childOf(style, "w:pPr")),
      });
    }
    const normal = all.find(
      ({ attributes }) => attributes.get("w:type") === "paragraph" && attributes.get("w:default") === "1",
    );
    this.plain = normal?.attributes.get("w:styleId") ?? "";
    const defaults = childOf(childOf(root ?? undefined, "w:docDefaults"), "w:rPrDefault");
    this.defaults = propertiesIn(childOf(defaults, "w:rPr"));
  }

  /** How letters look: by their own properties, in a paragraph of a style; `ground`: a colour is known to lie behind them. */
  look(paragraph: string, direct: XmlElement | undefined, ground: boolean): Look {
    const own = propertiesIn(direct);
    const letters = this.inherited(valueOf(own.get("w:rStyle")) ?? "", "run");
    const around = this.inherited(paragraph, "run");
    const last = (name: string) => own.get(name) ?? letters.get(name) ?? around.get(name) ?? this.defaults.get(name);
    const on = (name: string) =>
      own.has(name)
        ? isOn(own.get(name))
        : isOn(around.get(name)) !== isOn(letters.get(name)) ||
          (!around.has(name) && !letters.has(name) && isOn(this.defaults.get(name)));
    return {
      hidden: on("w:vanish"),
      bold: on("w:b"),
      italic: on("w:i"),
      underline: !["none", "0", "false", undefined].includes(valueOf(last("w:u"))),
      strike: on("w:strike") || isOn(last("w:dstrike")),
      caps: on("w:caps"),
      smallCaps: on("w:smallCaps"),
      raised: raisedBy(
        valueOf(last("w:vertAlign")),
        Number(valueOf(last("w:position")) ?? 0),
        this.isSmall(own, around),
      ),
      font: fontIn([this.defaults, around, letters, own]),
      white: !ground && isWhite(last("w:color")) && !isShaded(last("w:shd")) && !isMarked(last("w:highlight")),
    };
  }

  /** Whether letters are smaller than those around them (half points; ten points where nothing is said). */
  private isSmall(own: Properties, around: Properties): boolean {
    const usual = Number(valueOf(around.get("w:sz") ?? this.defaults.get("w:sz")) ?? 20);
    return Number(valueOf(own.get("w:sz")) ?? usual) < usual * 0.9;
  }

  /** A property of a paragraph that its style gives. */
  paragraph(style: string, name: string): XmlElement | undefined {
    return this.inherited(style, "paragraph").get(name);
  }

  /** 1 to 9 where a style stands for a heading, by its name or its place in the outline; 0 otherwise. */
  heading(id: string): number {
    const seen = new Set<string>();
    for (let at: string | undefined = id; at && !seen.has(at); at = this.styles.get(at)?.basedOn) {
      seen.add(at);
      const name = this.styles.get(at)?.name.toLowerCase() ?? "";
      if (name === "title") return 1;
      if (name === "subtitle") return 2;
      const level = /^heading ([1-9])$/.exec(name)?.[1];
      if (level) return Number(level);
    }
    return outlineLevel(this.paragraph(id, "w:outlineLvl"));
  }

  private inherited(id: string, what: "run" | "paragraph"): Properties {
    const key = `${what} ${id}`;
    const known = this.merged.get(key);
    if (known) return known;
    const style = this.styles.get(id);
    // Before what it is based on is read, so that a circle ends.
    this.merged.set(key, NONE);
    const found = style ? laidOver(this.inherited(style.basedOn ?? "", what), style[what]) : NONE;
    this.merged.set(key, found);
    return found;
  }
}

export function propertiesIn(element: XmlElement | undefined): Properties {
  return element ? new Map(elementsIn(element).map((one) => [one.name, one])) : NONE;
}

/** The level of a heading that a paragraph has by its place in the outline. */
export function outlineLevel(element: XmlElement | undefined): number {
  const level = Number(valueOf(element) ?? 9);
  return level >= 0 && level < 9 ? level + 1 : 0;
}

function raisedBy(align: string | undefined, position: number, small: boolean): Look["raised"] {
  if (align === "superscript" || align === "subscript") return align;
  if (align === "baseline" || !(Math.abs(position) >= (small ? 1 : RAISED))) return null;
  return position > 0 ? "superscript" : "subscript";
}

const isWhite = (color: XmlElement | undefined) => /^(?:f[0-9a-f]){3}$/i.test(valueOf(color) ?? "");
const isMarked = (highlight: XmlElement | undefined) => !["none", "white", undefined].includes(valueOf(highlight));
/** Whether a ground is coloured. */
export const isShaded = (shade: XmlElement | undefined): boolean =>
  shade !== undefined && !/^(?:auto|ffffff)?$/i.test(shade.attributes.get("w:fill") ?? "");
/** A large first sign is written as a paragraph of its own (ECMA-376, part 1, 17.3.1.11). */
export const isDropped = (properties: XmlElement | undefined) =>
  ["drop", "margin"].includes(childOf(properties, "w:framePr")?.attributes.get("w:dropCap") ?? "");
