import { fileSchema, settingsSchema, type Settings, type SettingsFile } from "./schema.ts";

export type Kind = "operator" | "calendar" | "terms" | "environment" | "client_terms" | "entrance" | "care_group";
/** A setting by itself, as it is kept. */
export type Row = { kind: Kind; key: string; position: number; value: unknown };

/** What is kept by itself of what is given; the terms of an environment apart, because each version of them stays. */
export function rowsOf(given: Partial<Settings>): Row[] {
  const one = (kind: Kind, value: unknown): Row[] =>
    value === undefined ? [] : [{ kind, key: "", position: 0, value }];
  const each = <T extends { id: string }>(kind: Kind, values: T[] = []): Row[] =>
    values.map((value, position) => ({ kind, key: value.id, position, value }));
  return [
    ...one("operator", given.operator),
    ...one("calendar", given.calendar),
    ...one("terms", given.terms),
    ...each(
      "environment",
      given.environments?.map(({ terms: _, ...rest }) => rest),
    ),
    ...(given.environments ?? []).map(({ id, terms }, position) => ({
      ...{ kind: "client_terms" as const, key: id, position, value: terms },
    })),
    ...each("entrance", given.entrances),
    ...each("care_group", given.careGroups),
  ];
}

/** Of each kind and key the row of the newest revision. */
export function newest<T extends Row & { revision: number }>(rows: T[]): T[] {
  const found = new Map<string, T>();
  for (const row of rows) {
    const id = `${row.kind} ${row.key}`;
    if ((found.get(id)?.revision ?? -1) < row.revision) found.set(id, row);
  }
  return [...found.values()];
}

/** What the newest rows say together, unchecked: a part of which there is no row is left out. */
export function fromRows(rows: Row[]): Record<string, unknown> {
  const there = rows.filter(({ value }) => value !== null);
  const one = (kind: Kind) => there.find((row) => row.kind === kind)?.value;
  const each = (kind: Kind) =>
    there
      .filter((row) => row.kind === kind)
      .sort((a, b) => a.position - b.position)
      .map(({ value }) => value as { id: string });
  const terms = new Map(there.filter(({ kind }) => kind === "client_terms").map(({ key, value }) => [key, value]));
  const environments = each("environment").map((value) => ({ ...value, terms: terms.get(value.id) }));
  const singles = { operator: one("operator"), calendar: one("calendar"), terms: one("terms") };
  return {
    ...Object.fromEntries(Object.entries(singles).filter(([, value]) => value !== undefined)),
    ...{ environments, entrances: each("entrance"), careGroups: each("care_group") },
  };
}

/** A place in the settings and what is wrong there, as a code. */
export type Fault = { path: string; code: string };

type Judged<T> = { value: T; faults: null } | { value: null; faults: Fault[] };

/** All settings together, or what is wrong with them. */
export const judged = (given: unknown): Judged<Settings> => outcome(settingsSchema.safeParse(given));
/** What a file says, or what is wrong with it. */
export const judgedFile = (given: unknown): Judged<SettingsFile> => outcome(fileSchema.safeParse(given));

type Parsed<T> = { success: true; data: T } | { success: false; error: { issues: Issue[] } };
type Issue = { path: PropertyKey[]; message: string; code?: string; keys?: string[]; input?: unknown };

function outcome<T>(parsed: Parsed<T>): Judged<T> {
  if (parsed.success) return { value: parsed.data, faults: null };
  const faults = parsed.error.issues.flatMap(({ path, message, code, keys }) =>
    code === "unrecognized_keys"
      ? (keys ?? []).map((key) => ({ path: [...path, key].join("."), code: "unknown" }))
      : [{ path: path.join("."), code: /^[a-z_]+$/.test(message) ? message : "missing" }],
  );
  return { value: null, faults };
}
