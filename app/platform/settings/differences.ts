import { canonicalJson } from "#app/shared/canonical-json.ts";

/** One value that differs, by its place such as `environment delinde: desk.phone`; undefined where there was or is none. */
export type Difference = { path: string; from: unknown; to: unknown };

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Every place at which two values differ, the deepest. Lists are one value: their order is part of it. */
export function differences(from: unknown, to: unknown, at: string[] = []): Difference[] {
  if (canonicalJson(from) === canonicalJson(to)) return [];
  if (!isObject(from) || !isObject(to) || Array.isArray(from) || Array.isArray(to))
    return [{ path: at.join("."), from, to }];
  const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return names.flatMap((name) => differences(from[name], to[name], [...at, name]));
}
