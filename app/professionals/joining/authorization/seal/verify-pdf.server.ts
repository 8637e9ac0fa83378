import { createHash, verify, type X509Certificate } from "node:crypto";
import { assemble, asSet, OID } from "./cms.server.ts";
import { readCms } from "./read-cms.server.ts";

export type SealFault =
  | "not_a_pdf"
  | "not_sealed"
  | "sealed_twice"
  | "range_broken"
  | "bytes_added"
  | "signature_unreadable"
  | "other_certificate"
  | "content_changed"
  | "signature_wrong";

export type SealReport =
  | { genuine: true; sealedAt: Date; certificate: X509Certificate; shownHash: string }
  | { genuine: false; fault: SealFault };

const no = (fault: SealFault): SealReport => ({ genuine: false, fault });

/**
 * Tells whether a PDF is whole and sealed by us: the signature covers every byte but its own place, nothing came after
 * it, and the certificate is one of ours. Trusts nothing in the file but what the signature covers; never throws.
 * `shownHash` is the hash of the bytes before the seal, those the signer saw.
 */
export function verifySealedPdf(bytes: Buffer, accepted: X509Certificate[]): SealReport {
  if (bytes.toString("latin1", 0, 5) !== "%PDF-") return no("not_a_pdf");
  const ranges = rangesIn(bytes);
  if (ranges.length === 0) return no("not_sealed");
  if (ranges.length > 1) return no("sealed_twice");
  const range = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*$/.exec(ranges[0] ?? "");
  if (!range) return no("range_broken");
  const [from, before, after, rest] = range.slice(1).map(Number) as [number, number, number, number];
  if (after + rest < bytes.length) return no("bytes_added");
  if (from !== 0 || before >= after || after + rest !== bytes.length) return no("range_broken");
  const hole = bytes.toString("latin1", before, after);
  if (!/^<(?:[0-9a-f]{2})+>$/i.test(hole) || bytes.toString("latin1", before - 10, before) !== "/Contents ") {
    return no("range_broken");
  }
  const covered = Buffer.concat([bytes.subarray(0, before), bytes.subarray(after)]);
  const fault = cmsFault(Buffer.from(hole.slice(1, -1), "hex"), covered, accepted);
  if (typeof fault === "string") return no(fault);
  const sealedAt = momentOf(bytes.toString("latin1", 0, before) + bytes.toString("latin1", after));
  const shown = shownLength(bytes);
  if (!sealedAt || shown === null) return no("range_broken");
  const shownHash = createHash("sha256").update(bytes.subarray(0, shown)).digest("hex");
  return { genuine: true, sealedAt, certificate: fault.certificate, shownHash };
}

const RANGE = "/ByteRange";

/** What stands between the brackets of each range, two at most: looked for in the bytes, for a text of them takes as much again. */
function rangesIn(bytes: Buffer): string[] {
  const found: string[] = [];
  for (let at = bytes.indexOf(RANGE); at >= 0 && found.length < 2; at = bytes.indexOf(RANGE, at + 1)) {
    const after = bytes.toString("latin1", at + RANGE.length, at + RANGE.length + 256);
    // Whoever puts more blanks there than we look at wants to hide a range.
    const range = /^\s*$/.test(after) ? "" : /^\s*\[([^\]]{0,100})\]/.exec(after)?.[1];
    if (range !== undefined) found.push(range);
  }
  return found;
}

function cmsFault(
  cms: Buffer,
  covered: Buffer,
  accepted: X509Certificate[],
): SealFault | { certificate: X509Certificate } {
  const read = readCms(cms);
  if (!read) return "signature_unreadable";
  const certificate = accepted.find((one) => one.raw.equals(read.certificate));
  if (!certificate) return "other_certificate";
  const named = createHash("sha256").update(certificate.raw).digest();
  if (!read.signingCertificateHash.equals(named) || read.contentType !== OID.data) return "signature_wrong";
  if (!verify("sha256", asSet(read.signedAttributes), certificate.publicKey, read.signature)) return "signature_wrong";
  const digest = createHash("sha256").update(covered).digest();
  if (!read.messageDigest.equals(digest)) return "content_changed";
  const ours = assemble(covered, certificate, read.signature);
  return cms.subarray(0, ours.length).equals(ours) ? { certificate } : "signature_wrong";
}

function momentOf(covered: string): Date | null {
  const [, year, month, day, hour, minute, second] =
    /\/M \(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\)/.exec(covered) ?? [];
  if (!year || !month || !day || !hour || !minute || !second) return null;
  return new Date(Date.UTC(+year, +month - 1, +day, +hour, +minute, +second));
}

/** The seal is one update after the first end of file and its line break; what stands before it was shown. */
function shownLength(bytes: Buffer): number | null {
  const end = bytes.indexOf("%%EOF\n");
  return end < 0 ? null : end + "%%EOF\n".length;
}
