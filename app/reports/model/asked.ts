import { CHANGED, verdictOfSlug } from "./verdict-slugs.ts";

/** What an address asks of the overview: programme, words, verdict, changed in a year. */
export function askedOf(query: URLSearchParams) {
  return {
    programme: query.get("programma") ?? "",
    search: (query.get("zoek") ?? "").slice(0, 60),
    verdict: verdictOfSlug(query.get("oordeel")),
    changed: query.get("oordeel") === CHANGED,
  };
}

/** Is a list asked for? Otherwise the page begins with what stands out. */
export const isListing = ({ programme, search, verdict, changed }: ReturnType<typeof askedOf>): boolean =>
  programme !== "" || search !== "" || verdict !== null || changed;
