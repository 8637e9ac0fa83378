import type routes from "../routes.ts";

/** Every address of `app/routes.ts`, such as `/s/:token`. */
export type Pattern = `/${Exclude<(typeof routes)[number]["path"], "*">}`;

/** An address of this site, as `to` makes it: it leads to a route. */
export type Address = `/${string}` & { readonly leadsTo: Pattern };

/** Names of what stands open in a pattern: `/s/:token` → `token`. */
type Open<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Open<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;
type Filled<P extends Pattern> = [Open<P>] extends [never] ? [] : [parts: Record<Open<P>, string>];

/**
 * The address of a page: `to("/s/:token", { token })`. What is no route, or lacks a part, does not compile. Parts are
 * encoded, so that nothing in them leads elsewhere.
 */
export function to<P extends Pattern>(pattern: P, ...[parts]: Filled<P>): Address {
  const given: Record<string, string> = parts ?? {};
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(given[name] ?? "")) as Address;
}
