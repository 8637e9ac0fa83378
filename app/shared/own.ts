/**
 * What a table holds under a key that came from outside (an address, a form, a delivered file, another's answer), or
 * undefined. What every object answers to (`constructor`, `toString`) is no key of ours.
 */
export function own<T>(table: Readonly<Record<string, T>>, key: string | null | undefined): T | undefined {
  return typeof key === "string" && Object.hasOwn(table, key) ? table[key] : undefined;
}
