import { lstatSync } from "node:fs";
import path from "node:path";
import { sha256 } from "#app/shared/crypto.server.ts";
import { bsnIndex } from "../person.server.ts";
import type { FileName, Said } from "./lines.ts";
import { linesOf, type Manifest, ORDER, type ReadLine, type RecordFault } from "./read-folder.server.ts";

type Tell = (done: number, all: number) => void;

/** What lines of one delivery say against each other: none of these can be told right from wrong, so none is taken. */
export type Doubts = {
  /** Ids, as `file id`, that come with two different lines. */
  twice: Set<string>;
  /** Ids of persons whose own line is not taken: nothing that names them is. */
  persons: Set<string>;
  /** Ids of the persons that this delivery has a good line for. */
  good: Set<string>;
  /** True: a person's line names no id that can be read, so it may have been about anybody without a good line. */
  unsure: boolean;
  /** Names of documents that are named for more than one person. */
  shared: Set<string>;
  /** Index of a BSN → ids of the persons that it is given for. */
  numbers: Map<string, Set<string>>;
};

/**
 * Reads a whole delivery before anything is written. Returns what makes it broken as a whole (lines that are not there,
 * names that lead out of it), or what its lines say against each other. What is wrong with one line only, or with one
 * document, is found when that is written.
 */
export async function checkDelivery(
  folder: string,
  { environment, files }: Manifest,
  tell: Tell,
): Promise<{ faults: RecordFault[]; doubts: Doubts }> {
  const faults: RecordFault[] = [];
  const doubts: Doubts = {
    ...{ twice: new Set(), persons: new Set(), good: new Set(), unsure: false, shared: new Set(), numbers: new Map() },
  };
  const documents = new Map<string, string>();
  let noFolder = false;
  const all = ORDER.reduce((sum, name) => sum + (files[name]?.lines ?? 0), 0);
  let done = 0;
  for (const name of ORDER) {
    const seen = new Map<string, string>();
    let lines = 0;
    for await (const read of linesOf(folder, name)) {
      lines += 1;
      tell(++done, all);
      noteTwice(doubts, seen, name, read);
      if (name === "persons.jsonl") notePerson(doubts, environment, read as ReadLine<"persons.jsonl">);
      const file = "value" in read && "file" in read.value ? read.value.file : undefined;
      if (!file || !read.person) continue;
      const reason = pathFault(folder, file);
      if (reason === "missing") noFolder = true;
      else if (reason) faults.push({ file: name, line: read.number, field: "file", reason });
      const owner = documents.get(file) ?? read.person;
      if (owner !== read.person) doubts.shared.add(file);
      documents.set(file, owner);
    }
    const expected = files[name]?.lines ?? 0;
    if (lines !== expected) faults.push({ file: name, line: null, field: null, reason: "line_count" });
  }
  if (noFolder) faults.push({ file: "files/", line: null, field: null, reason: "missing" });
  return { faults, doubts };
}

/** The same line twice is the same; two that differ are both in doubt. */
function noteTwice(doubts: Doubts, seen: Map<string, string>, name: FileName, { id, raw }: ReadLine<FileName>): void {
  if (id === null) return;
  const hash = sha256(raw);
  if ((seen.get(id) ?? hash) !== hash) {
    doubts.twice.add(`${name} ${id}`);
    if (name === "persons.jsonl") doubts.persons.add(id);
  }
  seen.set(id, hash);
}

function notePerson(doubts: Doubts, environment: string, read: ReadLine<"persons.jsonl">): void {
  if (read.id === null) doubts.unsure = true;
  else if (!("value" in read)) doubts.persons.add(read.id);
  else {
    doubts.good.add(read.id);
    const { bsn } = read.value satisfies Said<"persons.jsonl">;
    if (!bsn) return;
    const index = bsnIndex(environment, bsn);
    doubts.numbers.set(index, (doubts.numbers.get(index) ?? new Set()).add(read.id));
  }
}

/** Path of a document in its delivery; null for a name that leads elsewhere (F01). */
export function documentPath(folder: string, name: string): string | null {
  if (name.includes("\0") || /[/\\]/.test(name) || name.startsWith(".") || Buffer.byteLength(name) > 255) return null;
  const file = path.join(folder, "files", name);
  return path.dirname(file) === path.join(folder, "files") ? file : null;
}

/** Why a delivery that names this document is not to be trusted at all; one that is only not there is no such reason. */
function pathFault(folder: string, name: string): "file_name" | "missing" | null {
  const file = documentPath(folder, name);
  if (!file) return "file_name";
  const documents = lstatSync(path.join(folder, "files"), { throwIfNoEntry: false });
  if (!documents) return "missing";
  if (documents.isSymbolicLink()) return "file_name";
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ? "file_name" : null;
}
