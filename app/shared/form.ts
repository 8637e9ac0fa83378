import type { z } from "zod";

export type Typed = Record<string, string | string[]>;
export type Parsed<T> =
  { ok: true; value: T; typed: Typed } | { ok: false; errors: Record<string, string>; typed: Typed };

const LONGEST = 20_000;
const PASSWORD = /password/i;
/** Never given back to the page. */
const SECRET = /password|wachtwoord|(?<!post)code/i;

/**
 * Checks a posted form against its schema. What was typed comes back with the errors, so that nothing is lost; an
 * error is a code, words are made by the page. A field that comes twice is refused unless the schema wants a list.
 */
export function parseForm<T extends z.ZodType>(schema: T, form: FormData): Parsed<z.output<T>> {
  const lists = listFields(schema);
  const raw: Typed = {};
  const errors: Record<string, string> = {};
  for (const name of new Set([...form.keys(), ...lists])) {
    // A password is taken sign for sign: joiners are part of words in many scripts, and of emoji.
    const kept = PASSWORD.test(name) ? (value: string) => value : clean;
    const values = form.getAll(name).map((value) => (typeof value === "string" ? kept(value) : ""));
    if (lists.has(name)) raw[name] = values;
    else if (values.length > 1) errors[name] = "twice";
    else raw[name] = values[0] ?? "";
    if (values.some((value) => value.length > LONGEST)) errors[name] = "long";
  }
  const typed = Object.fromEntries(
    Object.entries(raw).filter(([name]) => !SECRET.test(name) && errors[name] !== "long"),
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

/** Broken and invisible signs do not come in: lone surrogates, zero bytes, direction marks. */
function clean(value: string): string {
  return value
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\0\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, "")
    .replace(/\r\n?/g, "\n");
}

function listFields(schema: z.ZodType): Set<string> {
  const shape = (schema as unknown as { shape?: Record<string, z.ZodType> }).shape ?? {};
  const isList = (field: z.ZodType): boolean => {
    const { def } = field as unknown as { def: { type: string; innerType?: z.ZodType; in?: z.ZodType } };
    if (def.type === "array") return true;
    const inner = def.innerType ?? def.in;
    return inner ? isList(inner) : false;
  };
  return new Set(Object.keys(shape).filter((name) => isList(shape[name]!)));
}

/** One field of a form as text, cut at `longest`; empty when it is not there or is a file. */
export function textOf(form: FormData, name: string, longest = 400): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, longest) : "";
}
