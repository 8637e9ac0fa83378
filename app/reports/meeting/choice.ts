import type { Scope } from "#app/reports/model/report.ts";
import { scopeQuery } from "#app/reports/model/scope-slugs.ts";

/** So many topics fit in a meeting. */
export const MOST = 20;

/** Why a choice cannot be shown; `unknown` also says nothing of topics that are there but not open to this person. */
export type Fault = { kind: "none" } | { kind: "many"; chosen: number } | { kind: "unknown"; left: number };

/** The query of an address that holds this choice, with `?`; `practice` only where there are several. */
export function choiceQuery(ids: string[], scope: Scope, practice: string | null): string {
  const query = new URLSearchParams({ ...(practice && { praktijk: practice }), ...scopeQuery(scope) });
  for (const id of ids) query.append("onderwerp", id);
  return `?${query.toString()}`;
}
