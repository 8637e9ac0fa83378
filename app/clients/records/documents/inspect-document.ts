import { inspectPdf, type PdfFault } from "#app/platform/files/inspect-pdf.ts";
import { inspectWord, type WordFault } from "./inspect-word.ts";

export const PDF = "application/pdf";
export const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** Most bytes of a document. */
const MOST = { pdf: 25 * 1024 * 1024, docx: 10 * 1024 * 1024 };

export type DocumentFault = PdfFault | WordFault | "type" | "too_large" | "empty" | "virus";
export type Inspected = { ok: true; mediaType: typeof PDF | typeof WORD } | { ok: false; fault: DocumentFault };

/** The harmless test file of the European Institute for Computer Antivirus Research, in two parts so that this is none. */
const EICAR = ["X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"].join("");

/**
 * Whether a file is a document that may come in (F02, F03, F04): PDF or Word by its bytes and by its name, within
 * bounds, and without anything that acts by itself.
 */
export function inspectDocument(name: string, bytes: Buffer): Inspected {
  const kind = /\.(pdf|docx)$/i.exec(name)?.[1]?.toLowerCase() as "pdf" | "docx" | undefined;
  if (!kind) return { ok: false, fault: "type" };
  if (bytes.byteLength === 0) return { ok: false, fault: "empty" };
  if (bytes.byteLength > MOST[kind]) return { ok: false, fault: "too_large" };
  if (bytes.subarray(0, 4096).includes(EICAR) || bytes.subarray(-4096).includes(EICAR))
    return { ok: false, fault: "virus" };
  const found = kind === "pdf" ? inspectPdf(bytes) : inspectWord(bytes);
  return found.ok ? { ok: true, mediaType: kind === "pdf" ? PDF : WORD } : found;
}

const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * The name under which a document is given at download: the last part, without signs that mean something to a file
 * system or turn the reading direction; never empty, at most 100 signs (F01).
 */
export function downloadName(given: string, mediaType: typeof PDF | typeof WORD): string {
  const ending = mediaType === PDF ? ".pdf" : ".docx";
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const stem = last
    .replace(/\.(?:pdf|docx)$/i, "")
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"|?*%;]/gu, "")
    .replace(/^[\s.]+|[\s.]+$/g, "")
    .slice(0, 100);
  return `${stem === "" || DEVICE.test(stem) ? "document" : stem}${ending}`;
}
