import type { Scope } from "#app/reports/figures/scopes.ts";

/** How a scope is written in the address; the country is the one without a word. */
const slugs: [Scope, string][] = [
  ["country", ""],
  ["careGroup", "zorggroep"],
  ["region", "regio"],
  ["size", "omvang"],
];

/** All scopes, in the order in which they are offered. */
export const scopes: Scope[] = slugs.map(([scope]) => scope);

/** The scope that an address asks for; the country unless told. */
export const scopeOf = (query: URLSearchParams): Scope =>
  slugs.find(([, slug]) => slug !== "" && slug === query.get("vergelijk"))?.[0] ?? "country";

/** What an address says to ask for this scope; nothing for the country. */
export function scopeQuery(scope: Scope): Record<string, string> {
  const slug = slugs.find(([one]) => one === scope)?.[1];
  return slug ? { vergelijk: slug } : {};
}
