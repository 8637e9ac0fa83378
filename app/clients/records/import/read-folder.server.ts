import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import type { z } from "zod";
import { environments } from "#app/platform/settings/in-force.server.ts";
import { sha256 } from "#app/shared/crypto.server.ts";
import { ID, kinds, manifest, withdrawal, type FileName, type Said } from "./lines.ts";

/** What is wrong, and where. `line` counts from 1; null where it is about a whole file. Reasons are codes. */
export type RecordFault = { file: string; line: number | null; field: string | null; reason: string };

/** `hash`: of the manifest itself, which names the hash of every file: one delivery, one hash. */
export type Manifest = z.output<typeof manifest> & { hash: string };
/** Files in the order in which they have to be written. */
export const ORDER: readonly FileName[] = ["persons.jsonl", "treatments.jsonl", "appointments.jsonl", "parts.jsonl"];
const LONGEST_LINE = 512 * 1024;

const whole = (file: string, reason: string, field: string | null = null): RecordFault => ({
  file,
  line: null,
  field,
  reason,
});

/**
 * The manifest of a delivery, checked against the files themselves. With faults it comes along where it is known of which
 * environment the delivery is.
 */
export async function readManifest(
  folder: string,
): Promise<{ manifest: Manifest } | { faults: RecordFault[]; manifest?: Manifest }> {
  const file = path.join(folder, "manifest.json");
  if (!existsSync(file)) return { faults: [whole("manifest.json", "missing")] };
  const text = await readFile(file, "utf8");
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { faults: [whole("manifest.json", "not_json")] };
  }
  const parsed = manifest.safeParse(given);
  if (!parsed.success)
    return { faults: parsed.error.issues.map((issue) => whole("manifest.json", codeOf(issue), issue.path.join("."))) };
  if (!environments().some(({ id }) => id === parsed.data.environment))
    return { faults: [whole("manifest.json", "environment", "environment")] };
  const faults: RecordFault[] = [];
  for (const name of ORDER) {
    const expected = parsed.data.files[name];
    const there = existsSync(path.join(folder, name));
    if (expected && !there) faults.push(whole(name, "missing"));
    else if (!expected && there) faults.push(whole(name, "not_in_manifest"));
    else if (expected && sha256(await readFile(path.join(folder, name))) !== expected.sha256)
      faults.push(whole(name, "sha256"));
  }
  const found = { ...parsed.data, hash: sha256(text) };
  return faults.length > 0 ? { faults, manifest: found } : { manifest: found };
}

/**
 * One line of a file: its number, its words as delivered, its ids as far as they can be read, and what it says, or its
 * faults.
 */
export type ReadLine<Name extends FileName> = {
  number: number;
  raw: string;
  id: string | null;
  person: string | null;
} & ({ value: Said<Name> } | { faults: RecordFault[] });

/** The lines of a file, one after the other, each checked by itself. Nothing when the file is not delivered. */
export async function* linesOf<Name extends FileName>(folder: string, name: Name): AsyncGenerator<ReadLine<Name>> {
  const file = path.join(folder, name);
  if (!existsSync(file)) return;
  let number = 0;
  for await (const raw of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
    number += 1;
    if (raw.trim() === "") continue;
    yield { number, raw, id: named(raw, "id"), person: named(raw, "person"), ...checked(name, raw, number) };
  }
}

function checked<Name extends FileName>(
  name: Name,
  raw: string,
  number: number,
): { value: Said<Name>; id: string; person: string | null } | { faults: RecordFault[] } {
  const fault = (reason: string, field: string | null = null) => ({ file: name, line: number, field, reason });
  if (raw.length > LONGEST_LINE) return { faults: [fault("long")] };
  let given: unknown;
  try {
    given = JSON.parse(raw);
  } catch {
    return { faults: [fault("not_json")] };
  }
  const takesBack = name !== "persons.jsonl" && typeof given === "object" && given !== null && "withdrawn" in given;
  const parsed = (takesBack ? withdrawal : kinds[name]).safeParse(given);
  if (!parsed.success) return { faults: parsed.error.issues.map((issue) => fault(codeOf(issue), fieldOf(issue))) };
  const { id, person = null } = parsed.data as { id: string; person?: string };
  return { value: parsed.data as Said<Name>, id, person };
}

const NAMED = { id: /"id"\s*:\s*"([^"]{1,80})"/, person: /"person"\s*:\s*"([^"]{1,80})"/ };

/** An id in a line that is not right otherwise, so that the sender finds it, and what hangs on it is known. */
function named(raw: string, field: "id" | "person"): string | null {
  const found = NAMED[field].exec(raw)?.[1] ?? "";
  return ID.test(found) ? found : null;
}

/** The name of a field that is not known is the sender's own: only what looks like a name is told on. */
const fieldOf = (issue: z.core.$ZodIssue) => {
  if (issue.code !== "unrecognized_keys") return issue.path.join(".") || null;
  const [key = ""] = issue.keys;
  return /^[a-z]\w{0,39}$/i.test(key) ? key : null;
};

/** Our own code where the schema has one, else the kind of fault. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return "unknown_field";
  if (/^[a-z_\d]+$/.test(issue.message)) return issue.message;
  return issue.code === "invalid_type" && issue.input === undefined ? "required" : "wrong";
}
