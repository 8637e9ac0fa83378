import { createReadStream, existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import type { z } from "zod";
import { environments } from "#app/environments/environments.ts";
import { sha256 } from "#app/shared/crypto.server.ts";
import { kinds, manifest, type FileName, type Lines } from "./lines.ts";

/** What is wrong, and where. `line` counts from 1; null where it is about a whole file. Reasons are codes. */
export type RecordFault = { file: string; line: number | null; field: string | null; reason: string };

export type Manifest = z.output<typeof manifest>;
/** Files in the order in which they have to be written. */
export const ORDER: readonly FileName[] = ["persons.jsonl", "treatments.jsonl", "appointments.jsonl", "parts.jsonl"];
const LONGEST_LINE = 512 * 1024;

const whole = (file: string, reason: string, field: string | null = null): RecordFault => ({
  file,
  line: null,
  field,
  reason,
});

/** The manifest of a delivery, checked against the files themselves. */
export async function readManifest(folder: string): Promise<{ manifest: Manifest } | { faults: RecordFault[] }> {
  const file = path.join(folder, "manifest.json");
  if (!existsSync(file)) return { faults: [whole("manifest.json", "missing")] };
  let given: unknown;
  try {
    given = JSON.parse(await readFile(file, "utf8"));
  } catch {
    return { faults: [whole("manifest.json", "not_json")] };
  }
  const parsed = manifest.safeParse(given);
  if (!parsed.success)
    return { faults: parsed.error.issues.map((issue) => whole("manifest.json", codeOf(issue), issue.path.join("."))) };
  const faults: RecordFault[] = [];
  if (!environments.some(({ id }) => id === parsed.data.environment))
    faults.push(whole("manifest.json", "environment", "environment"));
  for (const name of ORDER) {
    const expected = parsed.data.files[name];
    const there = existsSync(path.join(folder, name));
    if (expected && !there) faults.push(whole(name, "missing"));
    else if (!expected && there) faults.push(whole(name, "not_in_manifest"));
    else if (expected && sha256(await readFile(path.join(folder, name))) !== expected.sha256)
      faults.push(whole(name, "sha256"));
  }
  return faults.length > 0 ? { faults } : { manifest: parsed.data };
}

/** One line of a file: its number, its words as delivered, and what it says, or its faults. */
export type ReadLine<Name extends FileName> = { number: number; raw: string } & (
  { value: Lines[Name] } | { faults: RecordFault[] }
);

/** The lines of a file, one after the other, each checked by itself. Nothing when the file is not delivered. */
export async function* linesOf<Name extends FileName>(folder: string, name: Name): AsyncGenerator<ReadLine<Name>> {
  const file = path.join(folder, name);
  if (!existsSync(file)) return;
  let number = 0;
  for await (const raw of createInterface({ input: createReadStream(file, "utf8"), crlfDelay: Infinity })) {
    number += 1;
    if (raw.trim() !== "") yield { number, raw, ...checked(name, raw, number) };
  }
}

function checked<Name extends FileName>(
  name: Name,
  raw: string,
  number: number,
): { value: Lines[Name] } | { faults: RecordFault[] } {
  const fault = (reason: string, field: string | null = null) => ({ file: name, line: number, field, reason });
  if (raw.length > LONGEST_LINE) return { faults: [fault("long")] };
  let given: unknown;
  try {
    given = JSON.parse(raw);
  } catch {
    return { faults: [fault("not_json")] };
  }
  const parsed = kinds[name].safeParse(given);
  if (parsed.success) return { value: parsed.data as Lines[Name] };
  return { faults: parsed.error.issues.map((issue) => fault(codeOf(issue), fieldOf(issue))) };
}

const fieldOf = (issue: z.core.$ZodIssue) =>
  issue.code === "unrecognized_keys" ? (issue.keys[0] ?? null) : issue.path.join(".") || null;

/** Our own code where the schema has one, else the kind of fault. */
function codeOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return "unknown_field";
  if (/^[a-z_\d]+$/.test(issue.message)) return issue.message;
  return issue.code === "invalid_type" && issue.input === undefined ? "required" : "wrong";
}
