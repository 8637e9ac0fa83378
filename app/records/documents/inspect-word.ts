import { DOMParser } from "@xmldom/xmldom";
import { unzipSync, type UnzipFileInfo } from "fflate";

/** Why a Word document is not taken. */
export type WordFault = "not_word" | "active" | "too_complex" | "damaged";

/** Bounds of what is unpacked: entries, bytes of one and of all, and how much more than packed (F03). */
const MOST = { entries: 500, one: 20 * 1024 * 1024, all: 60 * 1024 * 1024, ratio: 120, relations: 1024 * 1024 };
/** Parts that run, carry something along, or fetch something from elsewhere (F04). */
const ACTIVE_NAMES = /vbaProject|vbaData|activeX|\/embeddings\/|\.(?:bin|exe|js|vbs|zip|docx|docm|xlsm|html?|svg)$/i;
const ACTIVE_TYPES = /macroEnabled|vnd\.ms-office\.(?:vbaProject|activeX)|oleObject|application\/x-msdownload/i;
const DECLARED = /<!(?:DOCTYPE|ENTITY)/i;
const OTHER_ENCODING = /^\s*<\?xml[^>]*\sencoding\s*=\s*["'](?!utf-8["'])/i;

/**
 * Whether a file is a Word document (OOXML) that only holds text and pictures: a zip with the parts of one, within
 * bounds before anything is unpacked, without macros, embedded objects, templates from elsewhere or XML entities.
 */
export function inspectWord(bytes: Uint8Array): { ok: true } | { ok: false; fault: WordFault } {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4) return refused("not_word");
  const entries: UnzipFileInfo[] = [];
  let parts: Record<string, Uint8Array>;
  try {
    unzipSync(bytes, { filter: (entry) => (entries.push(entry), false) });
    const fault = boundsOf(entries);
    if (fault) return refused(fault);
    parts = unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/i.test(name) });
  } catch {
    return refused("damaged");
  }
  const names = entries.map(({ name }) => name);
  if (!names.includes("[Content_Types].xml") || !names.includes("word/document.xml")) return refused("not_word");
  if (names.some((name) => ACTIVE_NAMES.test(name))) return refused("active");
  return contentFault(parts) ? refused("active") : { ok: true };
}

const refused = (fault: WordFault) => ({ ok: false, fault }) as const;

/** Sizes as the zip tells them; a lie shows when unpacking stops at them. */
function boundsOf(entries: UnzipFileInfo[]): WordFault | null {
  if (entries.length > MOST.entries || new Set(entries.map(({ name }) => name)).size !== entries.length)
    return "too_complex";
  let all = 0;
  for (const { originalSize, size } of entries) {
    all += originalSize;
    if (originalSize > MOST.one || all > MOST.all) return "too_complex";
    if (originalSize > 1024 * 1024 && originalSize > size * MOST.ratio) return "too_complex";
  }
  return null;
}

function contentFault(parts: Record<string, Uint8Array>): boolean {
  return Object.entries(parts).some(([given, bytes]) => {
    // Names in a package are the same in capitals (ECMA-376, part 2).
    const name = given.toLowerCase();
    const text = plainText(bytes);
    if (text === null || DECLARED.test(text)) return true;
    if (name === "[content_types].xml") return ACTIVE_TYPES.test(text);
    if (!name.endsWith(".rels")) return /<w:object\b|<o:OLEObject\b|\bDDE(?:AUTO)?\b/.test(text);
    return fetches(text);
  });
}

/** Text of a part in the one encoding that is read here; null for any other, which would hide what it says. */
function plainText(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return text.includes("\0") || OTHER_ENCODING.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Whether relations, read as Word reads them, fetch something from elsewhere by themselves; also when they are no XML. */
function fetches(text: string): boolean {
  if (text.length > MOST.relations) return true;
  const fail = () => {
    throw new Error("no XML");
  };
  try {
    const parser = new DOMParser({ errorHandler: { warning: fail, error: fail, fatalError: fail } });
    const found = parser.parseFromString(text, "text/xml").getElementsByTagNameNS("*", "Relationship");
    return Array.from({ length: found.length }, (_, at) => found.item(at)!).some(
      (one) =>
        /external/i.test(one.getAttribute("TargetMode") ?? "") &&
        !/\/relationships\/hyperlink$/.test(one.getAttribute("Type") ?? ""),
    );
  } catch {
    return true;
  }
}
