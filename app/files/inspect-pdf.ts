import { inflateSync, constants } from "node:zlib";
import { type PdfObject, readPdfObject, skipBlank } from "./pdf-object.ts";

/** Why a file is not taken; words are in `texts.ts`. */
export type PdfFault = "not_pdf" | "encrypted" | "active" | "damaged" | "too_complex";
export type Inspected = { ok: true; pages: number | null } | { ok: false; fault: PdfFault };

/** Names that make a file do something, or carry another file along (ISO 32000-1, 12.6 and 7.11; ASVS 5.4.3). */
const ACTIVE = new Set([
  ...["JavaScript", "JS", "Launch", "OpenAction", "AA", "EmbeddedFile", "EmbeddedFiles", "EF", "FileAttachment"],
  ...["RichMedia", "RichMediaExecute", "XFA", "SubmitForm", "ImportData", "GoToE", "GoToR", "Rendition", "Movie"],
  ...["Sound", "3D", "Collection"],
]);
/** The place to begin reading, as office programs write it in each file: a page and how it fits, nothing to do. */
const PLACE = /^\[ \d+ \d+ R \/(?:XYZ|Fit[BHRV]?|FitBH|FitBV)(?: (?:null|-?(?:\d+(?:\.\d*)?|\.\d+)))* \]$/;
/** So much may come out of all object streams together, and so much may be read in all (per byte of the file). */
const MOST_INFLATED = 64 * 1024 * 1024;
const MOST_READ_PER_BYTE = 3;

/**
 * Whether a file is a PDF that only shows something. Every object is read where a reader may begin to read it: after
 * each `obj` and `trailer`, wherever in the file, and inside object streams. Bounded in time and memory (F03).
 */
export function inspectPdf(bytes: Buffer): Inspected {
  if (!/^%PDF-(?:1\.[0-7]|2\.0)[\r\n ]/.test(bytes.toString("latin1", 0, 9))) return refused("not_pdf");
  const last = bytes.lastIndexOf("%%EOF");
  if (last < 0) return refused("damaged");
  // What follows the end is for another reader than ours: a file of two kinds at once.
  if (!/^%%EOF[\s\0]*$/.test(bytes.toString("latin1", last, last + 4096)) || bytes.length > last + 4096)
    return refused("not_pdf");
  const read = new Reading(bytes.length);
  try {
    for (const word of ["trailer", "obj"]) readAfterEach(bytes, word, read);
  } catch (error) {
    if (error instanceof Refused) return refused(error.fault);
    throw error;
  }
  if (read.objects === 0) return refused("damaged");
  return { ok: true, pages: read.pages };
}

function acts({ names, top }: PdfObject): boolean {
  const place = names.get("OpenAction") === 1 && PLACE.test(top.get("OpenAction") ?? "");
  return [...names.keys()].some((name) => ACTIVE.has(name) && !(place && name === "OpenAction"));
}

const refused = (fault: PdfFault): Inspected => ({ ok: false, fault });

class Refused extends Error {
  constructor(readonly fault: PdfFault) {
    super(fault);
  }
}

/** What was read so far, and how much more may be. */
class Reading {
  objects = 0;
  pages: number | null = null;
  inflatable = MOST_INFLATED;
  private left: number;

  constructor(size: number) {
    this.left = MOST_READ_PER_BYTE * size + 65_536;
  }

  one(bytes: Buffer, start: number): PdfObject {
    const object = readPdfObject(bytes, start);
    this.left -= object.end - start;
    if (this.left < 0) throw new Refused("too_complex");
    if (object.names.has("Encrypt")) throw new Refused("encrypted");
    if (acts(object)) throw new Refused("active");
    this.objects++;
    const count = object.top.get("Type") === "/Pages" && !object.top.has("Parent") ? object.top.get("Count") : null;
    if (count && /^\d{1,5}$/.test(count)) this.pages = Number(count);
    return object;
  }

  /** More room to read, for what came out of an object stream. */
  inflated(size: number): void {
    this.inflatable -= size;
    this.left += MOST_READ_PER_BYTE * size;
  }
}

function readAfterEach(bytes: Buffer, word: string, read: Reading): void {
  for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) {
    if (word === "obj" && bytes.toString("latin1", Math.max(0, at - 3), at) === "end") continue;
    const object = read.one(bytes, at + word.length);
    const keyword = skipBlank(bytes, object.end);
    const stream = bytes.toString("latin1", keyword, keyword + 6) === "stream";
    if (stream && (object.top.has("First") || object.top.get("Type") === "/ObjStm"))
      readObjectStream(dataAfter(bytes, keyword + 6), object, read);
  }
}

const dataAfter = (bytes: Buffer, at: number) =>
  bytes.subarray(at + (bytes[at] === 13 ? (bytes[at + 1] === 10 ? 2 : 1) : bytes[at] === 10 ? 1 : 0));

/** Objects may be packed; a packing that is not the usual one is not taken apart but refused. */
function readObjectStream(raw: Buffer, stream: PdfObject, read: Reading): void {
  const { top, twice } = stream;
  const first = top.get("First");
  const odd = ["F", "DP", "DecodeParms"].some((key) => top.has(key)) || twice.size > 0;
  if (odd || !first || !/^\d{1,9}$/.test(first)) throw new Refused("too_complex");
  const filter = top.get("Filter")?.replace(/[[\] ]/g, "") ?? "";
  if (!["", "/FlateDecode", "/Fl"].includes(filter)) throw new Refused("too_complex");
  const data = filter ? inflated(raw, read) : raw;
  const head = data.toString("latin1", 0, Math.min(Number(first), data.length));
  const numbers = head.match(/\d+/g) ?? [];
  for (let n = 1; n < numbers.length; n += 2) read.one(data, Number(first) + Number(numbers[n]));
}

function inflated(raw: Buffer, read: Reading): Buffer {
  try {
    const options = { maxOutputLength: Math.max(1, read.inflatable), finishFlush: constants.Z_SYNC_FLUSH };
    const data = inflateSync(raw, options);
    read.inflated(data.length);
    return data;
  } catch (error) {
    throw new Refused((error as { code?: string }).code === "ERR_BUFFER_TOO_LARGE" ? "too_complex" : "damaged");
  }
}
