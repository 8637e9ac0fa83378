import { textOf, type XmlElement } from "../xml.ts";
import { inLook, inPlace, looking, pictureFont, symbol } from "./markup.ts";
import type { Look } from "./styles.ts";

/** Marks without words, places, and properties, which are read with what they belong to. */
export const SILENT =
  /^w:(?:bookmark(?:Start|End)|proofErr|perm(?:Start|End)|commentRange(?:Start|End)|(?:move(?:From|To)|customXml\w*)Range(?:Start|End)|lastRenderedPageBreak|annotationRef|separator|continuationSeparator|(?:foot|end)noteRef|[a-zA-Z]+Pr|tblGrid|delInstrText|pgNum)$/;

/** What stands around runs without saying something itself. */
export const AROUND_RUNS = new Set([
  "w:ins",
  "w:moveTo",
  "w:smartTag",
  "w:customXml",
  "w:dir",
  "w:bdo",
  "w:sdtContent",
  "w:hyperlink",
]);

/** A piece of a run that is letters, a sign or white space; null for any other. */
export function pieceOf(piece: XmlElement, look: Look): string | null {
  switch (piece.name) {
    case "w:t":
      // A line in the file is no line of the text.
      return lettersOf(textOf(piece).replace(/\s*\n\s*/g, " "), look);
    case "w:tab":
    case "w:ptab":
      return inLook("<w:tab/>", look);
    case "w:br":
    case "w:cr":
      return inLook("<w:br/>", look);
    case "w:noBreakHyphen":
      return looking("\u2011", look);
    case "w:softHyphen":
      return looking("\u00ad", look);
    case "w:sym": {
      const code = Number.parseInt(piece.attributes.get("w:char") ?? "", 16);
      return code > 0 && code <= 0xffff ? signOf(piece.attributes.get("w:font") ?? "", code, look) : "";
    }
    default:
      return null;
  }
}

/** The letters of a run; in a font of pictures they are signs of that font, in which an m may be the sign for micro. */
export function lettersOf(text: string, look: Look): string {
  const font = pictureFont(look.font);
  if (font === undefined && !/[\uf000-\uf0ff]/.test(text)) return text === "" ? "" : looking(text, look);
  return [...text]
    .map((sign) => {
      const code = sign.codePointAt(0)!;
      return /\s/.test(sign) ? looking(sign, look) : signOf(font ?? (isPrivate(code) ? "Symbol" : ""), code, look);
    })
    .join("");
}

/** A place in the private area stands for a sign of a font of pictures (ECMA-376, part 1, 17.3.3.30). */
const isPrivate = (code: number) => code >= 0xf000 && code <= 0xf0ff;

function signOf(font: string, code: number, look: Look): string {
  const ofPictures = isPrivate(code) || (pictureFont(font) !== undefined && code <= 0xff);
  if (!ofPictures) return looking(String.fromCodePoint(code), look);
  // Digits are themselves in this font: above the line they become the same signs as in any other.
  const digit = pictureFont(font) === "Symbol" && /[\d+=()-]/.exec(String.fromCodePoint(code & 0xff))?.[0];
  return look.raised && digit ? looking(digit, look) : inPlace(symbol(font, code), look);
}
