import { crc32, inflateRawSync } from "node:zlib";

/** Bounds of what is unpacked: entries, bytes of one and of all, and how much more than packed (F03). */
const MOST = { entries: 500, one: 20 * 1024 * 1024, all: 60 * 1024 * 1024, ratio: 120, small: 1024 * 1024 };
const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

export type ZipFault = "damaged" | "too_complex";
export class BadZip extends Error {
  readonly fault: ZipFault;

  constructor(fault: ZipFault) {
    super(fault);
    this.fault = fault;
  }
}

type Entry = { name: string; method: number; crc: number; packed: number; size: number; at: number };

/**
 * Everything in a zip, name in small letters → bytes. The zip is not believed: each entry is inflated up to the size it
 * claims and no further, and has to be exactly that long with exactly that checksum; entries may not share bytes, come
 * twice, or have a name that another reader takes for something else (APPNOTE 6.3.10, 4.3).
 * @throws BadZip
 */
export function unzip(bytes: Buffer): Map<string, Buffer> {
  const entries = directory(bytes);
  checkBounds(entries);
  const found = new Map<string, Buffer>();
  let free = 0;
  for (const entry of [...entries].sort((one, other) => one.at - other.at)) {
    const from = dataStart(bytes, entry);
    if (entry.at < free || from + entry.packed > bytes.length) throw new BadZip("damaged");
    free = from + entry.packed;
    if (entry.name.endsWith("/") && entry.size === 0) continue;
    found.set(entry.name.toLowerCase(), unpacked(bytes.subarray(from, free), entry));
  }
  return found;
}

function directory(bytes: Buffer): Entry[] {
  const end = endRecord(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const size = bytes.readUInt32LE(end + 12);
  let at = bytes.readUInt32LE(end + 16);
  if (count > MOST.entries) throw new BadZip("too_complex");
  if (at + size !== end || bytes.readUInt16LE(end + 8) !== count) throw new BadZip("damaged");
  const entries: Entry[] = [];
  const names = new Set<string>();
  while (at < end) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw new BadZip("damaged");
    const length = bytes.readUInt16LE(at + 28);
    const name = nameAt(bytes, at + 46, length);
    if (names.has(name.toLowerCase())) throw new BadZip("damaged");
    names.add(name.toLowerCase());
    if (bytes.readUInt16LE(at + 8) & ENCRYPTED) throw new BadZip("damaged");
    entries.push({
      name,
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (at !== end || entries.length !== count) throw new BadZip("damaged");
  return entries;
}

/** The record at the end, whose comment reaches exactly to the last byte: so there is one way to read the file. */
function endRecord(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at--)
    if (bytes.readUInt32LE(at) === END && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  throw new BadZip("damaged");
}

/** A name as it is written; one that points elsewhere or hides signs is no name of a part (ECMA-376, part 2, 6.2.2). */
function nameAt(bytes: Buffer, from: number, length: number): string {
  const given = bytes.toString("utf8", from, from + length);
  // Older programs write letters outside ASCII in a table of their own; no part that matters has any.
  const old = given.includes("\uFFFD");
  const name = old ? bytes.toString("latin1", from, from + length).replace(/[\u0080-\u009F]/g, "?") : given;
  const odd = /[\p{Cc}\p{Cf}\\:]|^\/|\/\/|(?:^|\/)\.{1,2}(?:\/|$)/u;
  if (name === "" || odd.test(name)) throw new BadZip("damaged");
  return name;
}

function checkBounds(entries: Entry[]): void {
  let all = 0;
  for (const { size, packed } of entries) {
    all += size;
    if (size > MOST.one || all > MOST.all) throw new BadZip("too_complex");
    if (size > MOST.small && size > packed * MOST.ratio) throw new BadZip("too_complex");
  }
}

/** Where the bytes of an entry begin; its own head has to name it as the directory does. */
function dataStart(bytes: Buffer, { at, name, method }: Entry): number {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== LOCAL) throw new BadZip("damaged");
  const length = bytes.readUInt16LE(at + 26);
  if (nameAt(bytes, at + 30, length) !== name || bytes.readUInt16LE(at + 8) !== method) throw new BadZip("damaged");
  return at + 30 + length + bytes.readUInt16LE(at + 28);
}

function unpacked(raw: Buffer, { method, size, crc }: Entry): Buffer {
  let data: Buffer;
  try {
    if (method === STORED) data = raw;
    else if (method === DEFLATED) data = inflateRawSync(raw, { maxOutputLength: Math.max(1, size) });
    else throw new BadZip("too_complex");
  } catch (error) {
    throw error instanceof BadZip ? error : new BadZip("damaged");
  }
  if (data.length !== size || crc32(data) !== crc) throw new BadZip("damaged");
  return data;
}
