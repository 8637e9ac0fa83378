import { createHash } from "node:crypto";

/** What is sealed of a line: all of it, in a fixed order, so that the same line always gives the same hash. */
export type SealedLine = Record<string, unknown> & { seq: number };

/** The seal before the first one. */
export const GENESIS = "0".repeat(64);

/** Short hash of one line: 128 bits of SHA-256 over its canonical JSON (RFC 8785: sorted names). */
export function lineHash(line: SealedLine): string {
  return createHash("sha256").update(canonical(line)).digest("base64url").slice(0, 22);
}

/** Hash of a seal: the seal before it, its range and its lines. Hexadecimal. */
export function sealHash(seal: { previousHash: string; fromSeq: number; toSeq: number; lines: string[] }): string {
  return createHash("sha256")
    .update([seal.previousHash, seal.fromSeq, seal.toSeq, ...seal.lines].join("\n"))
    .digest("hex");
}

function canonical(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join(",")}}`;
  }
  return JSON.stringify(value) ?? "null";
}
