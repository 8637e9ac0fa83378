import { fieldsAct } from "./acting-fields.ts";
import { relationsAct } from "./acting-relations.ts";
import { pictureActs } from "./acting-picture.ts";
import { plainText, WordPackage } from "./word-package.ts";
import { BadXml, elementsIn, readXml } from "./xml.ts";
import { everyElement } from "./every-element.ts";
import { BadZip, unzip } from "./zip.ts";

/** Why a Word document is not taken. */
export type WordFault = "not_word" | "active" | "too_complex" | "damaged";

/** So many signs of text that may act are read as a tree. */
const MOST_JUDGED = 16 * 1024 * 1024;
/** Parts that run, or that carry something along that runs (F04). */
const ACTIVE_NAMES =
  /(?:^|\/)(?:vbaproject|vbadata|activex)|\.(?:exe|com|scr|dll|msi|js|jse|vbs|vbe|wsf|hta|ps1|bat|cmd|lnk|jar|zip|rar|7z|docm|dotm|xlsm|pptm|html?|mht(?:ml)?|rtf)$/;
/** What is embedded in a document and is a package itself: the figures behind a chart, a document put in whole. */
const PACKAGES = /\.(?:xlsx|docx|pptx|dotx)$/;
const ACTIVE_TYPES = /macroEnabled|vnd\.ms-office\.(?:vbaProject|activeX)|oleObject|application\/x-msdownload/i;
const DECLARED = /<!(?:DOCTYPE|ENTITY)/i;
/** A part without any of these words has no element that could act. */
const SUSPECT = /object|control|instrText|fldSimple|movie|subDoc|ddeLink/i;
const ACTIVE_ELEMENTS = new Set(["w:object", "o:OLEObject", "w:control", "w:subDoc", "w:movie", "?:ddeLink"]);
const PRINTER = /(?:^|\/)printersettings\//;
/** How a file begins that holds objects of other programs (MS-CFB). */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

type Judged = { ok: true } | { ok: false; fault: WordFault };

/**
 * Whether a file is a Word document (OOXML) that only holds text, pictures and figures: a zip that is what it says, with the
 * parts of one, within bounds, without macros, embedded objects, fields that run, or anything fetched from the internet.
 * What a document carries without it doing something comes in: a template on a share, a logo, a chart, printer settings.
 */
export function inspectWord(bytes: Uint8Array): Judged {
  const opened = openWord(bytes);
  return opened.ok ? { ok: true } : opened;
}

/** The same, with what is in it. */
export function openWord(
  bytes: Uint8Array,
  inside = false,
): { ok: true; word: WordPackage } | { ok: false; fault: WordFault } {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b || bytes[2] !== 3 || bytes[3] !== 4) return refused("not_word");
  try {
    const parts = unzip(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (!parts.has("[content_types].xml")) return refused("not_word");
    for (const [name, part] of parts) if (partActs(name, part, inside)) return refused("active");
    if (typesAct(parts)) return refused("active");
    const word = new WordPackage(parts);
    return inside || word.main ? { ok: true, word } : refused("not_word");
  } catch (error) {
    if (error instanceof BadZip) return refused(error.fault);
    if (error instanceof BadXml) return refused("damaged");
    throw error;
  }
}

const refused = (fault: WordFault) => ({ ok: false, fault }) as const;

function partActs(name: string, bytes: Buffer, inside: boolean): boolean {
  if (ACTIVE_NAMES.test(name)) return true;
  if (name.endsWith(".bin")) return !PRINTER.test(name) || bytes.includes(COMPOUND);
  if (PACKAGES.test(name)) return inside || !openWord(bytes, true).ok;
  if (!/\.(?:xml|rels|svg|vml)$/.test(name)) return false;
  const text = plainText(bytes);
  // Data that other programs put beside the text; nothing here or in Word takes it for more.
  if (/^customxml\/[^/]*$/.test(name)) return text !== null && DECLARED.test(text);
  if (text === null) return true;
  if (name.endsWith(".svg")) return pictureActs(text);
  if (DECLARED.test(text)) return true;
  if (name.endsWith(".rels")) return relationsAct(text);
  return SUSPECT.test(text) && elementsAct(text);
}

function elementsAct(text: string): boolean {
  if (text.length > MOST_JUDGED) throw new BadZip("too_complex");
  const root = readXml(text);
  for (const { name } of everyElement(root)) if (ACTIVE_ELEMENTS.has(name)) return true;
  return fieldsAct(root);
}

/** Types of parts, as the package lists them: of a part that is there, or that is named by itself. */
function typesAct(parts: ReadonlyMap<string, Buffer>): boolean {
  const text = plainText(parts.get("[content_types].xml")!);
  return elementsIn(readXml(text ?? "")).some(({ name, attributes }) => {
    if (!ACTIVE_TYPES.test(attributes.get("ContentType") ?? "")) return false;
    const ending = `.${attributes.get("Extension")?.toLowerCase()}`;
    return name !== "ct:Default" || [...parts.keys()].some((part) => part.endsWith(ending) && !PRINTER.test(part));
  });
}
