import type { z } from "zod";
import { TooLarge } from "./errors.ts";
import { readBody } from "./form-body.server.ts";
import type { Typed } from "./typed.ts";

export { typedIn, type Typed } from "./typed.ts";
export type Parsed<T> = ({ ok: true; value: T } | { ok: false; errors: Record<string, string> }) & { typed: Typed };

/** A form in which nothing is wrong, shown again for another reason. */
export const noErrors: Record<string, string> = {};

const LONGEST = 20_000;
const LONGEST_NAME = 255;
const PASSWORD = /password/i;
/** Never given back to the page. */
const SECRET = /password|wachtwoord|(?<!post)code/i;

/**
 * The form that came with a request: the one way to read it. Its size in bytes and its number of fields are looked at
 * before anything is made of it. Names are plain: brackets in them nest nothing.
 * @throws TooLarge over a mebibyte, over a thousand fields, or for a name of more than 255 signs
 * @throws TypeError for a body that is no form or is cut off
 */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  const body = await readBody(request, type);
  const form = await new Response(body, { headers: { "content-type": type } }).formData();
  for (const name of form.keys()) if (name.length > LONGEST_NAME) throw new TooLarge();
  return form;
}

/**
 * Checks a posted form against its schema, in one pass and reading only the names the schema knows; a strict schema refuses
 * a form with other names (`form`: `unknown`). What was typed comes
 * back with the errors, so that nothing is lost; an error is a code, words are made by the page. A field that comes twice
 * is refused unless the schema wants a list; one that is too long is said (`long`), not cut.
 */
export function parseForm<T extends z.ZodType>(schema: T, form: FormData): Parsed<z.output<T>> {
  const { fields, others } = fieldsOf(schema);
  const read = new Map<string, string[]>();
  const errors: Record<string, string> = {};
  for (const [name, isList] of fields) if (isList) read.set(name, []);
  for (const [name, value] of form) {
    if (others !== "taken" && !fields.has(name)) {
      if (others === "refused") errors.form = "unknown";
      continue;
    }
    const text = typeof value === "string" ? taken(name, value) : "";
    if (text.length > LONGEST) errors[name] = "long";
    const values = read.get(name);
    if (!values) read.set(name, [text]);
    else if (fields.get(name)) values.push(text);
    else errors[name] = "twice";
  }
  const raw: Typed = Object.fromEntries(
    [...read].map(([name, values]) => [name, fields.get(name) ? values : (values[0] ?? "")]),
  );
  const typed = Object.fromEntries(
    Object.entries(raw).filter(([name]) => !SECRET.test(name) && errors[name] !== "twice"),
  );
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed };
  const result = schema.safeParse(raw);
  if (result.success) return { ok: true, value: result.data, typed };
  for (const issue of result.error.issues) {
    const name = String(issue.path[0] ?? "form");
    errors[name] ??= /^[a-z_]+$/.test(issue.message) ? issue.message : "required";
  }
  return { ok: false, errors, typed };
}

// A password is taken sign for sign: joiners are part of words in many scripts, and of emoji.
const taken = (name: string, value: string) => (PASSWORD.test(name) ? value : clean(value));

/** Broken and invisible signs do not come in: lone surrogates, zero bytes, direction marks. */
function clean(value: string): string {
  return value
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\0\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "")
    .replace(/\r\n?/g, "\n");
}

type Definition = { type: string; innerType?: z.ZodType; in?: z.ZodType; shape?: object; catchall?: z.ZodType };
const definitionOf = (schema: z.ZodType) => (schema as unknown as { def: Definition }).def;

type Others = "taken" | "passed_over" | "refused";

/** Names the schema knows, and whether each is a list; and what becomes of other names. */
function fieldsOf(schema: z.ZodType): { fields: Map<string, boolean>; others: Others } {
  const { innerType, in: before, shape, catchall } = definitionOf(schema);
  const inside = innerType ?? before;
  if (inside) return fieldsOf(inside);
  const fields = Object.entries((shape ?? {}) as Record<string, z.ZodType>);
  const rest = catchall && definitionOf(catchall).type;
  const others = rest === undefined ? "passed_over" : rest === "never" ? "refused" : "taken";
  return { fields: new Map(fields.map(([name, field]) => [name, isList(field)])), others };
}

function isList(field: z.ZodType): boolean {
  const { type, innerType, in: before } = definitionOf(field);
  const inside = innerType ?? before;
  return type === "array" || (inside !== undefined && isList(inside));
}

/** One field of a form as text, whole: how long it may be is a rule of what it is for. Empty when it is not there or is a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? taken(name, value) : "";
}

/** Every value that a form has under this name. */
export function listOf(form: FormData, name: string): string[] {
  return form.getAll(name).map((value) => (typeof value === "string" ? taken(name, value) : ""));
}
