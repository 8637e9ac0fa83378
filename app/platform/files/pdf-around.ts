/** What may stand before a PDF (ISO 32000-1, annex H, note 13): a mark of order, blanks, lines for a printer. */
const HEAD =
  /^(?:\u00EF\u00BB\u00BF)?\s*(?:\u001B%-12345X(?:@PJL[\x20-\x7E\t]*\r?\n)*\s*)?(?=%PDF-(?:1\.[0-7]|2\.0)[\r\n ])/;
/** What may stand behind it: a short note in plain signs, or the end of a job for a printer. */
const TAIL = /^[\t\n\f\r\0\u001B\x20-\x7E]{0,1024}$/;
/** What other readers than ours take for the beginning of their own kind of file. */
const OTHER_KIND = /<(?:[a-z/?%]|!\[|!doctype)|PK|MZ|#!|Rar!|7z/i;

/** What is wrong with what stands before and behind a PDF: one that is also a file of another kind is none (F02). */
export function faultAround(bytes: Buffer): "not_pdf" | "damaged" | null {
  if (!HEAD.test(bytes.toString("latin1", 0, 1024))) return "not_pdf";
  const last = bytes.lastIndexOf("%%EOF");
  if (last < 0) return "damaged";
  const from = last + "%%EOF".length;
  const behind = bytes.toString("latin1", from, from + 4096);
  // What follows the end is for another reader than ours.
  const known = /^[\s\0]*$/.test(behind) || (TAIL.test(behind) && !OTHER_KIND.test(behind));
  return known && bytes.length <= from + 4096 ? null : "not_pdf";
}
