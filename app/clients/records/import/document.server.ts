import { lstat, readFile } from "node:fs/promises";
import { db } from "#db/client.server.ts";
import { storeFile, type StoredFile } from "#app/platform/files/store.server.ts";
import { sha256 } from "#app/shared/crypto.server.ts";
import { downloadName, inspectDocument } from "../documents/inspect-document.ts";
import { documentPath } from "./check.server.ts";
import type { Lines } from "./lines.ts";
import { type Ground, placeOf, whatIsHere } from "./place.server.ts";
import type { PartDocument } from "./write-part.server.ts";

/** More than this is never read, in bytes; what a kind of document may have is judged by its inspection. */
const MOST_READ = 25 * 1024 * 1024;

/** The document of a line: its row in the store to be recorded, and the hash of line and document together. */
export type Prepared = { hash: string; stored: StoredFile | null; document: PartDocument | null };

/**
 * Reads, inspects and stores the document of a part, outside the transaction. One that is here already, the same, is not
 * stored again, nor is that of a line that is not taken. One that is missing or refused stops nothing: the part says why.
 */
export async function prepareDocument(
  folder: string,
  ground: Ground,
  line: Lines["parts.jsonl"],
  lineHash: string,
): Promise<Prepared> {
  const none = { hash: lineHash, stored: null, document: null };
  if (line.file === undefined) return none;
  const place = placeOf(ground, await whatIsHere(db, ground, "parts.jsonl", [line]), "parts.jsonl", line);
  if ("what" in place) return none;
  const bytes = ground.doubts.shared.has(line.file) ? "shared" : await bytesOf(folder, line.file);
  if (typeof bytes === "string") return unavailable(lineHash, bytes);
  const hash = sha256(lineHash + sha256(bytes));
  if (place.known?.lineHash === hash) return { ...none, hash };
  const found = inspected(line.file, bytes);
  if (!found.ok) return unavailable(lineHash, found.fault);
  const { mediaType } = found;
  // The name says something about health: it stands in the sealed content only.
  const stored = await storeFile({ kind: "record_part", name: "document", mediaType, bytes });
  const fileName = downloadName(line.file, mediaType);
  return { hash, stored, document: { fileId: stored.id, fileName, mediaType, size: stored.size } };
}

const unavailable = (lineHash: string, fault: string): Prepared => ({
  hash: sha256(`${lineHash} unavailable ${fault}`),
  stored: null,
  document: { fault },
});

async function bytesOf(folder: string, name: string): Promise<Buffer | "missing" | "too_large"> {
  const file = documentPath(folder, name);
  if (!file) return "missing";
  try {
    const found = await lstat(file);
    if (!found.isFile()) return "missing";
    return found.size > MOST_READ ? "too_large" : await readFile(file);
  } catch {
    return "missing";
  }
}

/** An inspection that fails of itself says that the document is not as it should be. */
function inspected(name: string, bytes: Buffer): ReturnType<typeof inspectDocument> {
  try {
    return inspectDocument(name, bytes);
  } catch {
    return { ok: false, fault: "damaged" };
  }
}
