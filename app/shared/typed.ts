/** What somebody typed, as it goes back into a form; apart from `form.ts`, because pages show it in a browser too. */
export type Typed = Record<string, string | string[]>;

/** One field as it was typed, to be shown again; empty when it is a list or was not there. */
export function typedIn({ typed }: { typed: Typed }, name: string): string {
  const value = typed[name];
  return typeof value === "string" ? value : "";
}
