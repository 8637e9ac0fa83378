import { strToU8, zipSync } from "fflate";
import mammoth from "mammoth";
import { openWord } from "../inspect-word.ts";
import type { WordPackage } from "../word-package.ts";
import { BadXml, childOf, elementsIn, readXml } from "../xml.ts";
import { notesAtEnd, pageEdges } from "./around.ts";
import { cleaned } from "./clean.server.ts";
import { LetterContext, TooLong } from "./letter-context.ts";
import { type Left, LEFT_ONLY, SAID } from "./markup.ts";
import { Story } from "./story.ts";

/** A letter as a page shows it, with what the view leaves out; or why there is only the file. */
export type Letter = { html: string; left: { what: Left; count: number }[] } | { html: null; why: Unshown };
type Unshown = "unreadable" | "long" | "empty";

const MOST_SIGNS = 2_000_000;
const SIGN = /<w:sym [^>]*\/>/g;
/** No letter has more different signs of fonts of pictures. */
const MOST_SIGNS_OF_FONTS = 250;
const LEVELS = Array.from({ length: 9 }, (_, level) => level);
const RUN_STYLES = [
  ...SAID.map((what) => `say-${what}`),
  "label",
  "note",
  "unseen",
  "title-head",
  "title-foot",
  "title-notes",
];
const BOXES = ["box", "head", "foot", "notes"];
const HEADINGS = ["h3", "h4", "h5", "h6"];
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const named = (type: string, names: string[]) =>
  names.map((name) => `<w:style w:type="${type}" w:styleId="${name}"><w:name w:val="${name}"/></w:style>`).join("");
const list = (id: number, format: string) =>
  `<w:abstractNum w:abstractNumId="${id}">${LEVELS.map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="${format}"/></w:lvl>`).join("")}</w:abstractNum>`;
const relations = (inside: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
const relation = (kind: string, target: string) =>
  `<Relationship Id="${kind}" Type="${OFFICE}/${kind}" Target="${target}"/>`;
/** All of the package that the library reads but for the text: styles and lists of ours. */
const FIXED = {
  "[Content_Types].xml": strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
  ),
  "_rels/.rels": strToU8(relations(relation("officeDocument", "word/document.xml"))),
  "word/_rels/document.xml.rels": strToU8(
    relations(relation("styles", "styles.xml") + relation("numbering", "numbering.xml")),
  ),
  "word/styles.xml": strToU8(
    `<w:styles ${W}>${named("paragraph", HEADINGS)}${named("character", RUN_STYLES)}${named("table", BOXES)}</w:styles>`,
  ),
  "word/numbering.xml": strToU8(
    `<w:numbering ${W}>${list(1, "bullet")}${list(2, "decimal")}${[1, 2].map((id) => `<w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`).join("")}</w:numbering>`,
  ),
};
const STYLE_MAP = [
  ...HEADINGS.map((name) => `p[style-name='${name}'] => ${name}:fresh`),
  ...RUN_STYLES.map((name) => `r[style-name='${name}'] => span.${name}:fresh`),
  ...BOXES.map((name) => `table[style-name='${name}'] => div.${name}:fresh`),
  ...LEVELS.flatMap((level) =>
    (["unordered", "ordered"] as const).map(
      (kind) =>
        `p:${kind}-list(${level + 1}) => ${"ul|ol > li > ".repeat(level)}${kind === "ordered" ? "ol" : "ul"} > li:fresh`,
    ),
  ),
  "u => u",
  "small-caps => span.small-caps",
];

/**
 * A Word document as a page shows it: each text once, in its place, as Word shows it, or named where it cannot be shown
 * (M-01 to M-09). What the library drops in silence is kept, left out or named before it reads; what comes out is cleaned.
 * Nothing of the document reaches the page but text and a fixed set of elements.
 */
export async function readLetter(bytes: Buffer): Promise<Letter> {
  const opened = openWord(bytes);
  const main = opened.ok ? opened.word.main : undefined;
  if (!opened.ok || main === undefined) return { html: null, why: "unreadable" };
  try {
    return await letterOf(opened.word, main);
  } catch (error) {
    if (error instanceof TooLong) return { html: null, why: "long" };
    if (error instanceof BadXml) return { html: null, why: "unreadable" };
    throw error;
  }
}

async function letterOf(word: WordPackage, main: string): Promise<Letter> {
  const body = childOf(word.xml(main) ?? undefined, "w:body");
  if (!body) return { html: null, why: "unreadable" };
  const letter = new LetterContext(word, main);
  const story = new Story(letter, elementsIn(body));
  const text = story.written();
  const { head, foot } = pageEdges(letter, story.sections);
  const whole = head + text + notesAtEnd(letter) + foot;
  if (whole === "") return { html: null, why: "empty" };
  if (whole.length > MOST_SIGNS * 5) throw new TooLong();
  const { html, strange } = await converted(whole);
  if (html.length > MOST_SIGNS) throw new TooLong();
  for (let count = 0; count < strange; count++) letter.leave("other");
  const left = [...SAID, ...LEFT_ONLY].map((what) => ({ what, count: letter.left.get(what) ?? 0 }));
  const clean = cleaned(html);
  // The page reads it as elements, in words of its own: what it could not read is no letter.
  readXml(`<letter><div><span>${clean}</span></div></letter>`);
  return { html: clean, left: left.filter(({ count }) => count > 0) };
}

/** Through the library; a sign of a font that it does not know is marked, for it would be dropped in silence. */
async function converted(body: string): Promise<{ html: string; strange: number }> {
  const unknown = await unknownSigns(new Set(body.match(SIGN)));
  let strange = 0;
  const marked = body.replace(SIGN, (sign) => (unknown.has(sign) ? (strange++, "<w:t>\ue000</w:t>") : sign));
  return { html: await convert(marked), strange };
}

/** Each sign is tried once by itself: what the library tells of signs in a text costs more than their number. */
async function unknownSigns(signs: Set<string>): Promise<Set<string>> {
  if (signs.size > MOST_SIGNS_OF_FONTS) throw new TooLong();
  if (signs.size === 0) return signs;
  const all = [...signs];
  const tried = await convert(all.map((sign) => `<w:p><w:r><w:t>·</w:t>${sign}</w:r></w:p>`).join(""));
  const found = tried.split("</p>");
  return new Set(all.filter((_, at) => found[at] === "<p>·"));
}

async function convert(inside: string): Promise<string> {
  const document = strToU8(`<w:document ${W}><w:body>${inside}</w:body></w:document>`);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync({ ...FIXED, "word/document.xml": document }, { level: 0 })) },
    { styleMap: STYLE_MAP, includeDefaultStyleMap: false, includeEmbeddedStyleMap: false },
  );
  return value;
}
