/** One object of a PDF as far as it matters here: every name in it, and the pairs of its outermost dictionary. */
export type PdfObject = {
  /** Names anywhere in the object, `#xx` written out, and how often each. */
  names: Map<string, number>;
  /** Key of the outermost dictionary → its value in tokens, one space between; a key that comes twice is in `twice`. */
  top: Map<string, string>;
  twice: Set<string>;
  /** Where reading stopped. */
  end: number;
};

const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]/;
// Per sign of Latin-1: 0 white, 1 delimiter, 2 regular.
const KIND = Uint8Array.from({ length: 256 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return REGULAR.test(sign) ? 2 : "()<>[]{}/%".includes(sign) ? 1 : 0;
});
const kindAt = (bytes: Uint8Array, at: number) => KIND[bytes[at]!]!;

/**
 * Reads one object from `start` as a reader does (ISO 32000-1, 7.2 and 7.3): signs in strings and comments are no
 * names, a name may be written with `#xx`. What is broken is passed over, never trusted: reading goes on to the end.
 */
export function readPdfObject(bytes: Buffer, start: number): PdfObject {
  const found: PdfObject = { names: new Map(), top: new Map(), twice: new Set(), end: bytes.length };
  let depth = 0;
  let key: string | null = null;
  let value: string[] = [];
  const close = () => {
    if (key !== null && found.top.has(key)) found.twice.add(key);
    if (key !== null) found.top.set(key, value.join(" "));
    key = null;
    value = [];
  };
  let at = start;
  while (at < bytes.length) {
    const sign = bytes[at]!;
    if (kindAt(bytes, at) === 0) {
      at++;
      continue;
    }
    if (sign === 0x25) {
      at = lineEnd(bytes, at);
      continue;
    }
    const next = tokenEnd(bytes, at);
    const token = bytes.toString("latin1", at, next);
    at = next;
    if (token === "<<" || token === "[") depth++;
    if (token === ">>" || token === "]") depth--;
    const name = sign === 0x2f ? unescaped(token.slice(1)) : null;
    if (name !== null) found.names.set(name, (found.names.get(name) ?? 0) + 1);
    if (depth <= 0) {
      close();
      break;
    }
    if (depth > 1 || token === "]" || token === ">>") value.push(token);
    else if (name === null) value.push(token);
    else if (key !== null && value.length === 0) value.push(`/${name}`);
    else {
      close();
      key = name;
    }
  }
  return { ...found, end: at };
}

/** The place after white space and comments. */
export function skipBlank(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && (kindAt(bytes, at) === 0 || bytes[at] === 0x25))
    at = bytes[at] === 0x25 ? lineEnd(bytes, at) : at + 1;
  return at;
}

/**
 * Before the word `obj`: the number of the object, `null` as number where comments or broken signs hide it, or null where
 * no reader begins: behind another word than a number, as in `endobj`. Comments end with a line, so a line may hide one.
 */
export function numberBefore(bytes: Buffer, word: number): { number: number | null } | null {
  const near = bytes[word - 1] === 0x20 ? word - 2 : word - 1;
  if (near >= 0 && kindAt(bytes, near) === 2 && !isDigit(bytes[near])) return null;
  const generation = digitsBefore(bytes, word);
  if (generation.from === generation.to) return generation.line ? { number: null } : null;
  const number = digitsBefore(bytes, generation.from);
  const digits = number.to - number.from;
  if (digits === 0 || digits > 9 || number.to === generation.from) return { number: null };
  return { number: Number(bytes.toString("latin1", number.from, number.to)) };
}

const isDigit = (sign: number | undefined) => sign !== undefined && sign >= 0x30 && sign <= 0x39;

/** The digits that end at a place, blanks left out; `line`: those blanks hold the end of a line. */
function digitsBefore(bytes: Buffer, end: number): { from: number; to: number; line: boolean } {
  let to = end;
  let line = false;
  for (; to > 0 && kindAt(bytes, to - 1) === 0; to--) line ||= bytes[to - 1] === 10 || bytes[to - 1] === 13;
  let from = to;
  while (from > 0 && isDigit(bytes[from - 1]) && to - from < 20) from--;
  return { from, to, line };
}

const unescaped = (name: string) =>
  name.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

function lineEnd(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && bytes[at] !== 10 && bytes[at] !== 13) at++;
  return at;
}

function tokenEnd(bytes: Buffer, at: number): number {
  const sign = bytes[at]!;
  if (sign === 0x28) return stringEnd(bytes, at);
  if (sign === 0x3c && bytes[at + 1] !== 0x3c) {
    const end = bytes.indexOf(0x3e, at);
    return end < 0 ? bytes.length : end + 1;
  }
  if ((sign === 0x3c || sign === 0x3e) && bytes[at + 1] === sign) return at + 2;
  if (sign !== 0x2f && kindAt(bytes, at) === 1) return at + 1;
  let end = at + 1;
  while (end < bytes.length && kindAt(bytes, end) === 2) end++;
  return end;
}

function stringEnd(bytes: Buffer, from: number): number {
  let open = 0;
  for (let at = from; at < bytes.length; at++) {
    const sign = bytes[at]!;
    if (sign === 0x5c) at++;
    else if (sign === 0x28) open++;
    else if (sign === 0x29 && --open === 0) return at + 1;
  }
  return bytes.length;
}
