import type { Verdict } from "#app/reports/figures/verdict.ts";

/** How a verdict is written in the address of the overview. The order is that of the page: what asks for attention first. */
export const verdictSlugs: [Verdict, string][] = [
  ["worse", "minder-goed"],
  ["better", "beter"],
  ["similar", "vergelijkbaar"],
  ["higher", "hoger"],
  ["lower", "lager"],
  ["small", "te-klein"],
  ["no_peers", "niet-te-vergelijken"],
];

/** As programme: every programme, in one list. */
export const ALL_PROGRAMMES = "alle";

/** Asks for what changed in a year, whatever its verdict. */
export const CHANGED = "veranderd";

/** The verdict that is asked for in the address, if any. */
export const verdictOfSlug = (slug: string | null): Verdict | null =>
  verdictSlugs.find(([, one]) => one === slug)?.[0] ?? null;

/** A verdict as it stands in the address. */
export const slugOf = (verdict: Verdict): string => verdictSlugs.find(([one]) => one === verdict)?.[1] ?? "";
