import { inflateSync, constants } from "node:zlib";
import { ACTIVE, aims, goesToPlace } from "./pdf-acts.ts";
import { faultAround } from "./pdf-around.ts";
import { numberBefore, type PdfObject, readPdfObject, skipBlank } from "./pdf-object.ts";

/** Why a file is not taken; words are in `texts.ts`. */
export type PdfFault = "not_pdf" | "encrypted" | "active" | "damaged" | "too_complex";
export type Inspected = { ok: true; pages: number | null } | { ok: false; fault: PdfFault };

/** So much may come out of all object streams together, so much may be read in all (per byte of the file), and so often. */
const MOST_INFLATED = 64 * 1024 * 1024;
const MOST_READ_PER_BYTE = 4;
const MOST_OBJECTS = 800_000;
/** What one beginning costs besides its bytes: less than the shortest objects of real files are long, taken together. */
const PRICE = 96;
/**
 * Whether a file is a PDF that only shows something. Every object is read where a reader may begin to read it: after
 * each `obj` and `trailer`, wherever in the file, and inside object streams. Bounded in time and memory (F03): the work
 * grows with the size and no faster.
 * @param tell is told how much work it was, in bytes that were looked at
 */
export function inspectPdf(bytes: Buffer, tell: (work: number) => void = () => undefined): Inspected {
  const around = faultAround(bytes);
  if (around) return refused(around);
  const read = new Reading(bytes.length);
  try {
    readAll(bytes, read);
    // What is named but nowhere in the file is nothing (ISO 32000-1, 7.3.10).
    if (read.aims.size > 0) readAll(bytes, new Reading(bytes.length, read.aims));
  } catch (error) {
    if (error instanceof Refused) return refused(error.fault);
    throw error;
  } finally {
    tell(read.work);
  }
  if (read.objects === 0) return refused("damaged");
  return { ok: true, pages: read.pages };
}

const refused = (fault: PdfFault): Inspected => ({ ok: false, fault });

class Refused extends Error {
  readonly fault: PdfFault;

  constructor(fault: PdfFault) {
    super(fault);
    this.fault = fault;
  }
}

/** What was read so far, and how much more may be. */
class Reading {
  objects = 0;
  work = 0;
  pages: number | null = null;
  inflatable = MOST_INFLATED;
  /** Numbers of objects that are done on opening. */
  readonly aims = new Set<number>();
  private most: number;
  private readonly judged: ReadonlySet<number>;

  constructor(size: number, judged: ReadonlySet<number> = new Set()) {
    this.judged = judged;
    this.most = MOST_READ_PER_BYTE * size + 65_536;
  }

  one(bytes: Buffer, start: number, number: number | null): PdfObject {
    const object = readPdfObject(bytes, start);
    this.spend(object.end - start + PRICE);
    if (++this.objects > MOST_OBJECTS) throw new Refused("too_complex");
    if (object.names.has("Encrypt")) throw new Refused("encrypted");
    for (const name of object.names.keys()) if (ACTIVE.has(name)) this.act(object, name);
    // An object whose number cannot be told may be the one that is done on opening.
    const acts = number === null ? object.top.has("S") : this.judged.has(number) && !goesToPlace(object);
    if (this.judged.size > 0 && acts) throw new Refused("active");
    const count = object.top.get("Type") === "/Pages" && !object.top.has("Parent") ? object.top.get("Count") : null;
    if (count && /^\d{1,5}$/.test(count)) this.pages = Number(count);
    return object;
  }

  spend(work: number): void {
    this.work += work;
    if (this.work > this.most) throw new Refused("too_complex");
  }

  /** More room to read, for what came out of an object stream. */
  inflated(size: number): void {
    this.inflatable -= size;
    this.most += MOST_READ_PER_BYTE * size;
  }

  private act(object: PdfObject, name: string): void {
    const aim = name === "OpenAction" ? aims(object) : null;
    if (aim === null) throw new Refused("active");
    if (aim !== "place") this.aims.add(aim);
  }
}

function readAll(bytes: Buffer, read: Reading): void {
  for (const word of ["trailer", "obj"] as const)
    for (let at = bytes.indexOf(word); at >= 0; at = bytes.indexOf(word, at + 1)) {
      const before = word === "obj" ? numberBefore(bytes, at) : { number: null };
      read.spend(word.length);
      if (before === null) continue;
      const object = read.one(bytes, at + word.length, word === "obj" ? before.number : 0);
      const keyword = skipBlank(bytes, object.end);
      read.spend(keyword - object.end);
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
  let number: number | null = null;
  for (const [digits] of head.matchAll(/\d+/g)) {
    if (number === null) number = Number(digits);
    else {
      read.one(data, Number(first) + Number(digits), number);
      number = null;
    }
  }
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
