import { childOf, elementsIn, textOf, type XmlElement } from "../xml.ts";
import { chosen } from "./fields.ts";
import { bare, paragraph, type Said } from "./markup.ts";
import { lettersOf } from "./pieces.ts";
import type { Look } from "./styles.ts";

/** What a drawing comes down to: words in its place, and texts that stand by themselves; `lines` are written out. */
export type Drawn = { named: { what: Said; detail: string }[]; texts: XmlElement[]; lines: string[] };

const PLAIN: Look = {
  ...{ hidden: false, bold: false, italic: false, underline: false, strike: false, caps: false, smallCaps: false },
  ...{ raised: null, font: "", white: false },
};
const KINDS: Record<string, Said> = {
  "pic:pic": "picture",
  "v:imagedata": "picture",
  "c:chart": "chart",
  "?:chart": "chart",
  "dgm:relIds": "diagram",
  "o:OLEObject": "object",
};

/** What is in a drawing of either kind (DrawingML and VML): pictures and charts by name, texts whole; hidden ones not at all. */
export function drawn(node: XmlElement): Drawn {
  const found: Drawn = { named: [], texts: [], lines: [] };
  if (node.name === "w:drawing") {
    for (const frame of elementsIn(node)) {
      const properties = childOf(frame, "wp:docPr");
      if (/^(?:1|true|on)$/.test(properties?.attributes.get("hidden") ?? "")) continue;
      const detail = properties?.attributes.get("descr") ?? properties?.attributes.get("title") ?? "";
      collect(frame, detail, found);
    }
  } else collect(node, "", found);
  const nothing = found.named.length + found.texts.length + found.lines.length === 0;
  if (nothing && shapes(node)) found.named.push({ what: "drawing", detail: "" });
  return found;
}

function collect(node: XmlElement, detail: string, into: Drawn): void {
  for (const child of elementsIn(node)) {
    const { attributes, name } = child;
    if (name === "v:shapetype" || /visibility\s*:\s*hidden/i.test(attributes.get("style") ?? "")) continue;
    const words = attributes.get("alt") ?? attributes.get("o:title") ?? detail;
    const what = KINDS[name];
    if (what) into.named.push({ what, detail: words });
    else if (name === "w:txbxContent") into.texts.push(child);
    else if (name === "v:textpath") addLine(into, attributes.get("string") ?? "", bare(attributes.get("string") ?? ""));
    else if (name === "a:p")
      addLine(into, elementsIn(child).map(plainPiece).join(""), elementsIn(child).map(piece).join(""));
    else if (name === "mc:AlternateContent") {
      const one = chosen(child);
      if (one) collect(one, words, into);
    } else collect(child, words, into);
  }
}

function addLine({ lines }: Drawn, text: string, written: string): void {
  if (/\S/.test(text)) lines.push(written);
}

/** A piece of a line of a drawing in its look; a break keeps words apart. */
function piece(node: XmlElement): string {
  if (node.name === "a:br") return bare("\n");
  const properties = childOf(node, "a:rPr");
  const base = Number(properties?.attributes.get("baseline") ?? 0);
  const strike = !["noStrike", undefined].includes(properties?.attributes.get("strike"));
  const font = childOf(properties, "a:latin")?.attributes.get("typeface") ?? "";
  const raised = base > 0 ? "superscript" : base < 0 ? "subscript" : null;
  return lettersOf(plainPiece(node), { ...PLAIN, strike, font, raised });
}

const plainPiece = (node: XmlElement): string => textOf(childOf(node, "a:t") ?? { ...node, children: [] });

/** Whether something is drawn at all; a rule across the page is none. */
function shapes(node: XmlElement): boolean {
  if (/^(?:t|true|1)$/.test(node.attributes.get("o:hr") ?? "")) return false;
  const own = /^(?:v:(?:shape|rect|line|oval|roundrect|polyline|arc|curve|group)|wps:wsp|a:graphic|\?:contentPart)$/;
  return elementsIn(node).some((child) => {
    if (child.name === "v:shapetype" || /visibility\s*:\s*hidden/i.test(child.attributes.get("style") ?? ""))
      return false;
    if (/^(?:t|true|1)$/.test(child.attributes.get("o:hr") ?? "")) return false;
    return own.test(child.name) || shapes(child);
  });
}

/** Lines of a drawing as paragraphs. */
export const linesAsText = (lines: string[]): string => lines.map((line) => paragraph(line)).join("");
