/** What was typed in a form, by the name of its field, to be shown again. */
export type Typed = Record<string, string | string[]>;

/** One field as it was typed, to be shown again; empty when it is a list or was not there. */
export function typedIn({ typed }: { typed: Typed }, name: string): string {
  const value = typed[name];
  return typeof value === "string" ? value : "";
}
