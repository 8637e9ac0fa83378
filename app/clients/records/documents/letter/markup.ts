import type { Look } from "./styles.ts";

/** What the view cannot show, or says in words of its own; each has words in `texts.ts`. */
export const SAID = [
  ...["picture", "chart", "diagram", "drawing", "formula", "document", "object", "comment", "field", "white", "other"],
] as const;
export const LEFT_ONLY = ["changes", "link", "bound"] as const;
export type Said = (typeof SAID)[number];
export type Left = Said | (typeof LEFT_ONLY)[number];

const FONTS: Record<string, string> = {
  symbol: "Symbol",
  "symbol mt": "Symbol",
  symbolmt: "Symbol",
  webdings: "Webdings",
  wingdings: "Wingdings",
  "wingdings 2": "Wingdings 2",
  "wingdings 3": "Wingdings 3",
};
/** The name of a font of pictures, in which a letter is another sign than it seems. */
export const pictureFont = (name: string): string | undefined =>
  Object.hasOwn(FONTS, name.toLowerCase()) ? FONTS[name.toLowerCase()] : undefined;

const UP: Record<string, string> = {
  "0": "⁰",
  "1": "¹",
  "2": "²",
  "3": "³",
  "4": "⁴",
  "5": "⁵",
  "6": "⁶",
  "7": "⁷",
  "8": "⁸",
};
Object.assign(UP, { "9": "⁹", "+": "⁺", "-": "⁻", "−": "⁻", "‑": "⁻", "=": "⁼", "(": "⁽", ")": "⁾" });
const DOWN: Record<string, string> = {
  "0": "₀",
  "1": "₁",
  "2": "₂",
  "3": "₃",
  "4": "₄",
  "5": "₅",
  "6": "₆",
  "7": "₇",
  "8": "₈",
};
Object.assign(DOWN, { "9": "₉", "+": "₊", "-": "₋", "−": "₋", "‑": "₋", "=": "₌", "(": "₍", ")": "₎" });

const escaped = (text: string) =>
  text
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "\ufffd")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");

export const textNode = (text: string) => `<w:t xml:space="preserve">${escaped(text)}</w:t>`;
const run = (properties: string, inside: string) => `<w:r><w:rPr>${properties}</w:rPr>${inside}</w:r>`;
/** Words of ours, in a style of ours: the page puts them in the language of the reader. */
export const styledRun = (style: string, inside: string) => run(`<w:rStyle w:val="${style}"/>`, inside);
export const styled = (style: string, text: string) => styledRun(style, textNode(text));
/** A text without a look. */
export const bare = (text: string) => run("", textNode(text));
export const said = (what: Said, detail: string) => styled(`say-${what}`, detail.replace(/\s+/g, " ").trim() || "·");

/** One sign of a font of pictures, by its place in the font. */
export function symbol(font: string, code: number): string {
  const hex = (code & 0xff).toString(16).toUpperCase().padStart(2, "0");
  return `<w:sym w:font="${escaped(pictureFont(font) ?? font)}" w:char="${hex}"/>`;
}

/** A text in a look. Superscript and subscript become signs of their own where there are, so that 10⁹ never reads as 109. */
export function looking(text: string, look: Look): string {
  if (look.raised) return raised(text, look);
  // The sign for micro has no capital of its own: as one it would read as milli.
  if (look.caps) return run(rest(look), textNode(text.replace(/[^µμ]+/g, (part) => part.toLocaleUpperCase("nl"))));
  if (!look.smallCaps) return run(rest(look), textNode(text));
  return text
    .split(/([µμ]+)/)
    .map((part, at) => (part === "" ? "" : run(rest(look) + (at % 2 ? "" : "<w:smallCaps/>"), textNode(part))))
    .join("");
}

function raised(text: string, look: Look): string {
  const signs = look.raised === "superscript" ? UP : DOWN;
  if ([...text].every((sign) => /\s/.test(sign) || Object.hasOwn(signs, sign)))
    return run(rest(look), textNode([...text].map((sign) => signs[sign] ?? sign).join("")));
  const place = `<w:vertAlign w:val="${look.raised}"/>`;
  // A number that has no signs of its own gets one before it that is read and copied, not seen.
  const before = /\d/.test(text) ? styled("unseen", look.raised === "superscript" ? "^" : "_") : "";
  return before + run(rest(look) + place, textNode(text));
}

/** Things that are no text, in a look. */
export const inLook = (inside: string, look: Look) => run(rest(look), inside);

/** The same, above or below the line where the look is. */
export const inPlace = (inside: string, look: Look) =>
  run(rest(look) + (look.raised ? `<w:vertAlign w:val="${look.raised}"/>` : ""), inside);

const rest = ({ bold, italic, underline, strike }: Look) =>
  (bold ? "<w:b/>" : "") +
  (italic ? "<w:i/>" : "") +
  (underline ? '<w:u w:val="single"/>' : "") +
  (strike ? "<w:strike/>" : "");

/** A paragraph: a heading by level, an item of a list by level and kind, or plain. */
export function paragraph(
  runs: string,
  kind: { heading?: number; list?: { level: number; ordered: boolean } } = {},
): string {
  const { heading, list } = kind;
  const style = heading ? `<w:pStyle w:val="h${Math.min(heading + 2, 6)}"/>` : "";
  const number = list
    ? `<w:numPr><w:ilvl w:val="${list.level}"/><w:numId w:val="${list.ordered ? 2 : 1}"/></w:numPr>`
    : "";
  return `<w:p><w:pPr>${style}${number}</w:pPr>${runs}</w:p>`;
}

/** Text that stands by itself: a text box, what is on top of each page, notes. */
export const box = (kind: "box" | "head" | "foot" | "notes", inside: string) =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="${kind}"/></w:tblPr><w:tr><w:tc>${inside}<w:p/></w:tc></w:tr></w:tbl>`;
