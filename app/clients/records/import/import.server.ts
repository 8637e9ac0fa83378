import { transaction } from "#db/client.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { sha256 } from "#app/shared/crypto.server.ts";
import { checkDelivery } from "./check.server.ts";
import { prepareDocument } from "./document.server.ts";
import type { FileName } from "./lines.ts";
import type { Ground } from "./place.server.ts";
import { linesOf, type Manifest, ORDER, readManifest, type ReadLine, type RecordFault } from "./read-folder.server.ts";
import { beginIntake, type Counts, endIntake, keepRemark, type Remark } from "./report.server.ts";
import { type Ready, writeLines } from "./write-lines.server.ts";

/** Lines in one transaction: short enough that a live server hardly waits. */
const AT_ONCE = 100;
/** Documents that are held at once; each may have 25 MB. */
const DOCUMENTS_AT_ONCE = 4;
/** So many faults or remarks are told; the rest only counted. */
const MOST_TOLD = 100;

/** `leftOut`: lines that were not taken; `remarks` says which, and which parts cannot be shown; `more` were not told. */
export type ImportOutcome =
  | ({ outcome: "done"; environment: string; lines: number; same: number; leftOut: number } & Counts & {
        remarks: Remark[];
        more: number;
      })
  | { outcome: "refused"; faults: RecordFault[]; more: number };

/**
 * Takes in a delivery of records (docs/records.md). What is broken as a whole is refused before anything is written. The
 * rest is written in short transactions, each with its lines of the log; a line that cannot be taken is left out with what
 * hangs on it, and stands in the report. Stopped half-way it can be started again: a line that is there already, the
 * same, changes nothing.
 * @param tell is told how far checking and writing are
 */
export async function importRecords(
  actor: SystemActor,
  folder: string,
  tell: (step: "check" | "write", done: number, all: number) => void = () => undefined,
): Promise<ImportOutcome> {
  const head = await readManifest(folder);
  if ("faults" in head) return refuse(actor, head.faults, head.manifest);
  const { manifest } = head;
  const { faults, doubts } = await checkDelivery(folder, manifest, (done, all) => tell("check", done, all));
  if (faults.length > 0) return refuse(actor, faults, manifest);
  const lines = linesIn(manifest);
  const ground: Ground = { environment: manifest.environment, madeAt: new Date(manifest.madeAt), doubts };
  const intake = await transaction((tx) => beginIntake(tx, manifest, lines));
  const wrote: Counts = { fresh: 0, changed: 0, withdrawn: 0 };
  const remarks: Remark[] = [];
  let [done, leftOut] = [0, 0];
  for (const name of ORDER) {
    for await (const batch of batches(folder, name)) {
      const ready = await prepared(folder, ground, name, batch);
      const step = await transaction((tx) => writeLines(tx, actor, { ground, intake, name }, ready));
      for (const what of ["fresh", "changed", "withdrawn"] as const) wrote[what] += step.wrote[what];
      remarks.push(...step.remarks);
      leftOut += step.leftOut.length;
      if (name === "persons.jsonl") for (const { id } of step.leftOut) if (id !== null) doubts.persons.add(id);
      done += batch.length;
      tell("write", done, lines);
    }
  }
  await transaction((tx) => endIntake(tx, actor, intake, { remarks, wrote }));
  const same = lines - leftOut - wrote.fresh - wrote.changed - wrote.withdrawn;
  const told = { remarks: remarks.slice(0, MOST_TOLD), more: Math.max(0, remarks.length - MOST_TOLD) };
  return { outcome: "done", environment: manifest.environment, lines, ...wrote, same, leftOut, ...told };
}

const linesIn = ({ files }: Manifest) => ORDER.reduce((sum, name) => sum + (files[name]?.lines ?? 0), 0);

/** Nothing is taken; where it is known of which environment the delivery is, its report says so. */
async function refuse(actor: SystemActor, faults: RecordFault[], manifest?: Manifest): Promise<ImportOutcome> {
  if (manifest)
    await transaction(async (tx) => {
      const intake = await beginIntake(tx, manifest, linesIn(manifest));
      const remarks = faults.map((fault) => ({ ...fault, id: null, person: null, effect: "refused" as const }));
      for (const remark of remarks) await keepRemark(tx, intake, remark);
      await endIntake(tx, actor, intake, { remarks, wrote: { fresh: 0, changed: 0, withdrawn: 0 }, refused: true });
    });
  return { outcome: "refused", faults: faults.slice(0, MOST_TOLD), more: Math.max(0, faults.length - MOST_TOLD) };
}

async function* batches(folder: string, name: FileName): AsyncGenerator<ReadLine<FileName>[]> {
  let batch: ReadLine<FileName>[] = [];
  for await (const read of linesOf(folder, name)) {
    batch.push(read);
    if (batch.length < AT_ONCE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Lines with what has to be done before the transaction: documents are stored, a few at a time. */
async function prepared(folder: string, ground: Ground, name: FileName, batch: ReadLine<FileName>[]): Promise<Ready[]> {
  const ready: Ready[] = [];
  for (let at = 0; at < batch.length; at += DOCUMENTS_AT_ONCE) {
    const some = batch.slice(at, at + DOCUMENTS_AT_ONCE);
    ready.push(...(await Promise.all(some.map((read) => readyLine(folder, ground, name, read)))));
  }
  return ready;
}

async function readyLine(folder: string, ground: Ground, name: FileName, read: ReadLine<FileName>): Promise<Ready> {
  const hash = sha256(read.raw);
  const none = { read, hash, stored: null, document: null };
  if (name !== "parts.jsonl" || !("value" in read) || !("file" in read.value)) return none;
  return { read, ...(await prepareDocument(folder, ground, read.value, hash)) };
}
