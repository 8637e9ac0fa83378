import { createHash } from "node:crypto";
import { canonicalJson } from "#app/shared/canonical-json.ts";

/** What is sealed of a line: all of it, in a fixed order, so that the same line always gives the same hash. */
export type SealedLine = Record<string, unknown> & { seq: number };

/** The seal before the first one. */
export const GENESIS = "0".repeat(64);

/** Short hash of one line: 128 bits of SHA-256 over its canonical JSON (RFC 8785: sorted names). */
export function lineHash(line: SealedLine): string {
  return createHash("sha256").update(canonicalJson(line)).digest("base64url").slice(0, 22);
}

/** Hash of a seal: the seal before it, its range and its lines. Hexadecimal. */
export function sealHash(seal: { previousHash: string; fromSeq: number; toSeq: number; lines: string[] }): string {
  return createHash("sha256")
    .update([seal.previousHash, seal.fromSeq, seal.toSeq, ...seal.lines].join("\n"))
    .digest("hex");
}
