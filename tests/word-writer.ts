import { strToU8 } from "fflate";
import { aWord } from "./word-files.ts";

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
/** Prefixes that a body may use. */
const NAMES = [
  `xmlns:r="${OFFICE}"`,
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(" ");
const relation = (kind: string) => `<Relationship Id="${kind}" Type="${OFFICE}/${kind}" Target="${kind}.xml"/>`;
const level = (at: number, format: string, text: string, more = "") =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:pPr><w:ind w:left="${360 * (at + 1)}"/></w:pPr>${more}</w:lvl>`;
const SYMBOL = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>';
/** List 1 counts: 1. a) 1.1.1; list 2 has bullets of the font of pictures that Word uses. */
const NUMBERING = `<w:numbering ${W}><w:abstractNum w:abstractNumId="7">${level(0, "decimal", "%1.")}${level(1, "lowerLetter", "%2)")}${level(2, "decimal", "%1.%3", "<w:isLgl/>")}</w:abstractNum><w:abstractNum w:abstractNumId="8">${[0, 1, 2].map((at) => level(at, "bullet", "\uf0b7", SYMBOL)).join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num></w:numbering>`;
const STYLES = `<w:styles ${W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Kop2"><w:name w:val="heading 2"/><w:rPr><w:b/></w:rPr></w:style><w:style w:type="character" w:styleId="Intern"><w:name w:val="Intern"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="InternAlinea"><w:name w:val="Intern alinea"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="Doorgehaald"><w:name w:val="Doorgehaald"/><w:rPr><w:strike/></w:rPr></w:style></w:styles>`;

/** A Word document of a body, with lists, styles, notes, and what stands on top and at the foot of its pages. */
export function wordOf(
  body: string,
  given: { notes?: string[]; head?: string; foot?: string; settings?: string; styles?: string } = {},
): Buffer {
  const { notes = [], head = "", foot = "", settings = "", styles = "" } = given;
  const edge = (name: "hdr" | "ftr", inside: string) => strToU8(`<w:${name} ${W} ${NAMES}>${inside}</w:${name}>`);
  const section = `<w:sectPr>${head && '<w:headerReference w:type="default" r:id="header"/>'}${foot && '<w:footerReference w:type="default" r:id="footer"/>'}</w:sectPr>`;
  const kinds = [
    "styles",
    "numbering",
    "footnotes",
    "settings",
    ...(head ? ["header"] : []),
    ...(foot ? ["footer"] : []),
  ];
  return aWord(body + section, {
    names: NAMES,
    relations: kinds.map(relation).join(""),
    parts: {
      "word/styles.xml": strToU8(STYLES.replace("</w:styles>", `${styles}</w:styles>`)),
      "word/numbering.xml": strToU8(NUMBERING),
      "word/settings.xml": strToU8(`<w:settings ${W}>${settings}</w:settings>`),
      "word/footnotes.xml": strToU8(
        `<w:footnotes ${W} ${NAMES}>${notes.map((note, at) => `<w:footnote w:id="${at + 1}">${note}</w:footnote>`).join("")}</w:footnotes>`,
      ),
      ...(head ? { "word/header.xml": edge("hdr", head) } : {}),
      ...(foot ? { "word/footer.xml": edge("ftr", foot) } : {}),
    },
  });
}

/** A run: text in a look. */
export const r = (text: string, look = "") =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
/** A paragraph of runs. */
export const p = (inside: string, properties = "") => `<w:p><w:pPr>${properties}</w:pPr>${inside}</w:p>`;
/** An item of a list. */
export const item = (list: number, at: number, inside: string) =>
  p(inside, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`);
/** A table of cells. */
export const table = (rows: string[][]) =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`;
const sign = (type: string, inside = "") => `<w:r><w:fldChar w:fldCharType="${type}">${inside}</w:fldChar></w:r>`;
/** A field: its instruction, and the result that is kept, if any. */
export const field = (instruction: string, result?: string, form = "") =>
  `${sign("begin", form)}${instruction.startsWith("<") ? instruction : `<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>`}${result === undefined ? "" : sign("separate") + result}${sign("end")}`;
/** A text box, in both forms in which Word writes it. */
export const textBox = (inside: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="1" name="a"/><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${inside}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox><w:txbxContent>${inside}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
/** A picture, with the words that its maker gave it. */
export const picture = (words = "") =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="${words}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="rId9"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;
