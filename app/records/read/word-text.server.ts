import { DOMParser } from "@xmldom/xmldom";
import { unzipSync } from "fflate";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
/** Longest text that is unpacked, in bytes: some thousands of pages. */
const LARGEST = 8 * 1024 * 1024;

/**
 * The text of a Word document (ECMA-376, WordprocessingML), paragraph by paragraph: words only, so that nothing of the
 * document acts on the page. Null when it cannot be read.
 */
export function wordText(bytes: Uint8Array): string[] | null {
  try {
    const body = unzipSync(bytes, {
      filter: ({ name, originalSize }) => name === "word/document.xml" && originalSize <= LARGEST,
    })["word/document.xml"];
    if (!body) return null;
    const xml = new TextDecoder("utf-8", { fatal: true }).decode(body);
    // Word writes no document type; with one, an entity could grow without end.
    if (/<!doctype/i.test(xml)) return null;
    const document = new DOMParser({ errorHandler: refuse }).parseFromString(xml, "text/xml");
    const paragraphs = Array.from(document.getElementsByTagNameNS(WORD, "p")).map(textOf).filter(Boolean);
    return paragraphs.length > 0 ? paragraphs : null;
  } catch {
    return null;
  }
}

function textOf(paragraph: Element): string {
  const signs = Array.from(paragraph.getElementsByTagNameNS(WORD, "*")).map((part) => {
    if (part.localName === "t") return part.textContent ?? "";
    return part.localName === "br" || part.localName === "cr" ? "\n" : part.localName === "tab" ? "\t" : "";
  });
  return signs.join("").trim();
}

/** Word writes what is well-formed: whatever the reader has to say, the file is not read. */
function refuse(_level: string, message: unknown): void {
  throw new Error(String(message));
}
