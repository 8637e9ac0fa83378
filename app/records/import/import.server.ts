import { readFile } from "node:fs/promises";
import { db, transaction, type Transaction } from "#db/client.server.ts";
import { and, eq } from "drizzle-orm";
import { recordParts } from "#db/schema/records.ts";
import { audit } from "#app/audit/record.server.ts";
import { partFromOldNumber } from "#app/clients/number-changed.server.ts";
import { recordFile, storeFile, type StoredFile } from "#app/files/store.server.ts";
import type { SystemActor } from "#app/rights/actor.ts";
import { sha256 } from "#app/shared/crypto.server.ts";
import { downloadName, inspectDocument } from "../documents/inspect-document.ts";
import { checkDelivery, documentPath, MOST_FAULTS } from "./check.server.ts";
import type { FileName, Lines } from "./lines.ts";
import { linesOf, ORDER, readManifest, type RecordFault } from "./read-folder.server.ts";
import { writeAppointment, writePart, writeTreatment, type StoredDocument } from "./write-content.server.ts";
import { writePerson, type Written } from "./write-person.server.ts";

/** Lines in one transaction: short enough that a live server hardly waits. */
const AT_ONCE = 100;

export type ImportOutcome =
  | { outcome: "done"; environment: string; lines: number; fresh: number; changed: number; same: number }
  | { outcome: "refused"; faults: RecordFault[]; more: number };

/**
 * Takes in a delivery of records (docs/records.md). All of it is checked before anything is written; then it is written in
 * short transactions, each with its lines of the log. Stopped half-way it can be started again: a line that is there
 * already, the same, changes nothing.
 * @param tell is told how far checking and writing are
 */
export async function importRecords(
  actor: SystemActor,
  folder: string,
  tell: (step: "check" | "write", done: number, all: number) => void = () => undefined,
): Promise<ImportOutcome> {
  const head = await readManifest(folder);
  if ("faults" in head) return refused(head.faults);
  const { manifest } = head;
  const faults = await checkDelivery(db, folder, manifest, (done, all) => tell("check", done, all));
  if (faults.length > 0) return refused(faults);
  const all = ORDER.reduce((sum, name) => sum + (manifest.files[name]?.lines ?? 0), 0);
  const count = { new: 0, changed: 0, same: 0 };
  let done = 0;
  for (const name of ORDER) {
    for await (const batch of batches(folder, name)) {
      const ready = await Promise.all(batch.map((one) => prepared(folder, manifest.environment, name, one)));
      await transaction(async (tx) => {
        for (const one of ready) {
          const written = await write(tx, manifest.environment, name, one);
          count[written.what] += 1;
          if (written.what !== "same") await logged(tx, actor, manifest.environment, name, written);
        }
      });
      done += batch.length;
      tell("write", done, all);
    }
  }
  return {
    outcome: "done",
    environment: manifest.environment,
    lines: all,
    fresh: count.new,
    changed: count.changed,
    same: count.same,
  };
}

const refused = (faults: RecordFault[]): ImportOutcome => ({
  outcome: "refused",
  faults: faults.slice(0, MOST_FAULTS),
  more: Math.max(0, faults.length - MOST_FAULTS),
});

type Line = { value: Lines[FileName]; hash: string };
type Ready = Line & { stored: StoredFile | null; document: StoredDocument | null };

async function* batches(folder: string, name: FileName): AsyncGenerator<Line[]> {
  let batch: Line[] = [];
  for await (const read of linesOf(folder, name)) {
    if ("faults" in read) throw new Error(`${name} changed while it was read`);
    batch.push({ value: read.value, hash: sha256(read.raw) });
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Stores the document of a line, outside the transaction; one that is here already, the same, is not stored again. */
async function prepared(folder: string, environmentId: string, name: FileName, line: Line): Promise<Ready> {
  const none = { ...line, stored: null, document: null };
  if (name !== "parts.jsonl") return none;
  const { file, id } = line.value as Lines["parts.jsonl"];
  const path = file ? documentPath(folder, file) : null;
  if (!file || !path) return none;
  const bytes = await readFile(path);
  const hash = sha256(line.hash + sha256(bytes));
  const [known] = await db
    .select({ lineHash: recordParts.lineHash })
    .from(recordParts)
    .where(and(eq(recordParts.environmentId, environmentId), eq(recordParts.externalId, id)));
  if (known?.lineHash === hash) return { ...none, hash };
  const found = inspectDocument(file, bytes);
  if (!found.ok) throw new Error("a document changed while it was read");
  const { mediaType } = found;
  const fileName = downloadName(file, mediaType);
  // The name says something about health: it stands in the sealed content only.
  const stored = await storeFile({ kind: "record_part", name: "document", mediaType, bytes });
  return { ...line, hash, stored, document: { fileId: stored.id, fileName, mediaType, size: stored.size } };
}

async function write(tx: Transaction, environmentId: string, name: FileName, ready: Ready): Promise<Written> {
  const { value, hash, stored, document } = ready;
  switch (name) {
    case "persons.jsonl":
      return writePerson(tx, environmentId, value as Lines["persons.jsonl"], hash);
    case "treatments.jsonl":
      return writeTreatment(tx, environmentId, value as Lines["treatments.jsonl"], hash);
    case "appointments.jsonl":
      return writeAppointment(tx, environmentId, value as Lines["appointments.jsonl"], hash);
    case "parts.jsonl":
      if (stored) await recordFile(tx, stored);
      return writePart(tx, environmentId, value as Lines["parts.jsonl"], hash, document);
  }
}

const OBJECTS: Record<FileName, string> = {
  "persons.jsonl": "person",
  "treatments.jsonl": "treatment",
  "appointments.jsonl": "appointment",
  "parts.jsonl": "record_part",
};

async function logged(
  tx: Transaction,
  actor: SystemActor,
  organisation: string,
  name: FileName,
  written: Exclude<Written, { what: "same" }>,
) {
  await audit(tx, actor, {
    event: "record.import",
    action: written.what === "new" ? "C" : "U",
    object: { type: OBJECTS[name], id: written.id },
    organisation,
    subjectId: written.personId,
    purpose: "treatment",
  });
  if (name === "persons.jsonl") await partFromOldNumber(tx, actor, organisation, written.personId);
}
