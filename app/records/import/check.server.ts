import { existsSync, lstatSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Reads } from "#db/client.server.ts";
import { and, eq } from "drizzle-orm";
import { people, treatments } from "#db/schema/records.ts";
import { inspectDocument } from "../documents/inspect-document.ts";
import { NO_DELIVERY } from "../create-person.server.ts";
import { bsnIndex } from "../person.server.ts";
import { linesOf, type Manifest, ORDER, type RecordFault } from "./read-folder.server.ts";

/** So many faults are told; the rest only counted. */
export const MOST_FAULTS = 100;

type Tell = (done: number, all: number) => void;

/**
 * Checks every line and document of a delivery before anything is written: each by itself, and what they say of each
 * other and of what is here already. Returns all faults, in order.
 */
export async function checkDelivery(
  from: Reads,
  folder: string,
  { environment, files }: Manifest,
  tell: Tell,
): Promise<RecordFault[]> {
  const faults: RecordFault[] = [];
  const known = { person: new Set<string>(), treatment: new Set<string>() };
  const numbers = new Map<string, string>();
  const all = ORDER.reduce((sum, name) => sum + (files[name]?.lines ?? 0), 0);
  let done = 0;
  for (const name of ORDER) {
    const seen = new Set<string>();
    let lines = 0;
    for await (const read of linesOf(folder, name)) {
      lines += 1;
      tell(++done, all);
      if ("faults" in read) {
        faults.push(...read.faults);
        continue;
      }
      const fault = (field: string, reason: string) => faults.push({ file: name, line: read.number, field, reason });
      const value = read.value as { id: string; person?: string; treatment?: string; bsn?: string; file?: string };
      if (seen.has(value.id)) fault("id", "twice");
      seen.add(value.id);
      if (name === "persons.jsonl") known.person.add(value.id);
      if (name === "treatments.jsonl") known.treatment.add(value.id);
      if (value.bsn) {
        const index = bsnIndex(environment, value.bsn);
        const owner = numbers.get(index) ?? (await ownerOf(from, environment, index, value.id));
        if (owner !== null && owner !== value.id) fault("bsn", "of_another");
        numbers.set(index, value.id);
      }
      if (value.person && !known.person.has(value.person) && !(await hasPerson(from, environment, value.person)))
        fault("person", "unknown");
      if (
        value.treatment &&
        !known.treatment.has(value.treatment) &&
        !(await hasTreatment(from, environment, value.treatment))
      )
        fault("treatment", "unknown");
      if (value.file) for (const reason of await documentFault(folder, value.file)) fault("file", reason);
    }
    const expected = files[name]?.lines ?? 0;
    if (lines !== expected) faults.push({ file: name, line: null, field: null, reason: "line_count" });
  }
  return faults;
}

/** Whose number this is already. Somebody who joined before any delivery is whoever a new line says (`joinedPerson`). */
async function ownerOf(from: Reads, environmentId: string, index: string, id: string): Promise<string | null> {
  const [row] = await from
    .select({ externalId: people.externalId, lineHash: people.lineHash })
    .from(people)
    .where(and(eq(people.environmentId, environmentId), eq(people.bsnIndex, index)));
  if (row?.lineHash === NO_DELIVERY && !(await hasPerson(from, environmentId, id))) return null;
  return row?.externalId ?? null;
}

async function hasPerson(from: Reads, environmentId: string, externalId: string): Promise<boolean> {
  return (
    (await from.$count(people, and(eq(people.environmentId, environmentId), eq(people.externalId, externalId)))) > 0
  );
}

async function hasTreatment(from: Reads, environmentId: string, externalId: string): Promise<boolean> {
  const mine = and(eq(treatments.environmentId, environmentId), eq(treatments.externalId, externalId));
  return (await from.$count(treatments, mine)) > 0;
}

/** Path of a document in its delivery; null for a name that leads elsewhere (F01). */
export function documentPath(folder: string, name: string): string | null {
  if (name.includes("\0") || /[/\\]/.test(name) || name.startsWith(".")) return null;
  const file = path.join(folder, "files", name);
  return path.dirname(file) === path.join(folder, "files") ? file : null;
}

async function documentFault(folder: string, name: string): Promise<string[]> {
  const file = documentPath(folder, name);
  if (!file) return ["file_name"];
  if (!existsSync(file)) return ["file_missing"];
  if (!lstatSync(file).isFile()) return ["file_name"];
  const found = inspectDocument(name, await readFile(file));
  return found.ok ? [] : [`file_${found.fault}`];
}
