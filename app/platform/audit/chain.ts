import { createHash } from "node:crypto";
import type { auditLog } from "#db/schema/audit.ts";
import { canonicalJson } from "#app/shared/canonical-json.ts";

/** The format of a line and of a seal, byte by byte: docs/log-format.md. What is written here never changes. */
type Line = typeof auditLog.$inferSelect;

/** The seal before the first one. */
export const GENESIS = "0".repeat(64);

const column = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/**
 * What is hashed of a line: every column that holds something, and the further persons it is about. A column that is
 * added later is empty in lines of before, and so leaves their hash as it is.
 */
export function lineHash(line: Line, subjects: string[]): string {
  const full = Object.entries(line).flatMap(([name, value]) =>
    value === null ? [] : [[column(name), value] as const],
  );
  const persons = subjects.length > 0 ? { subjects: [...new Set(subjects)].sort() } : {};
  const text = `zorgpoort-line-2\n${canonicalJson({ ...Object.fromEntries(full), ...persons })}`;
  return createHash("sha256").update(text).digest("base64url");
}

export type Seal = {
  version: number;
  previousHash: string;
  fromSeq: number;
  toSeq: number;
  sealedAt: Date;
  keyId: string;
};

/** Hash of a seal over the hashes of its lines: the seal before it, its range, its moment and its key. Hexadecimal. */
export function sealHash(seal: Seal, lines: string[]): string {
  const { version, previousHash, fromSeq, toSeq, sealedAt, keyId } = seal;
  const head =
    version === 1
      ? [previousHash, fromSeq, toSeq]
      : ["zorgpoort-seal-2", previousHash, fromSeq, toSeq, sealedAt.toISOString(), keyId];
  return createHash("sha256")
    .update([...head, ...lines].join("\n"))
    .digest("hex");
}

/** Columns of a line of version 1, which had its number in it and said of empty columns that they were empty. */
const OLD = [
  ...["id", "at", "event", "action", "outcome", "actorId", "actorName", "role", "onBehalfOf", "organisation"],
  ...["purpose", "basis", "address", "client", "sessionId", "requestId", "objectType", "objectId", "objectVersion"],
  ...["subjectId", "detail", "reason"],
] as (keyof Line)[];

/** Hash of a line that was sealed by a seal of version 1: 128 bits. */
export function oldLineHash(line: Line, seq: number): string {
  const full = { ...Object.fromEntries(OLD.map((name) => [name, line[name]])), seq };
  return createHash("sha256").update(canonicalJson(full)).digest("base64url").slice(0, 22);
}
