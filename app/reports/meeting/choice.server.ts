import type { PracticeRights } from "#app/shared/actor.ts";
import { indicatorById, type Indicator } from "../definitions/catalogue.ts";
import { mayOpen } from "#app/reports/model/overview.server.ts";
import type { Scope } from "#app/reports/model/report.ts";
import { scopeOf } from "#app/reports/model/scope-slugs.ts";
import { type Fault, MOST } from "./choice.ts";

/** Topics in the order of the address, each once, and whom to compare with. */
export type Choice = { topics: Indicator[]; scope: Scope; fault: Fault | null };

/** What an address chooses, as far as it is open to this person. */
export function choiceOf(practice: PracticeRights, query: URLSearchParams): Choice {
  const asked = [...new Set(query.getAll("onderwerp"))];
  const topics = asked.flatMap((id) => {
    const found = indicatorById(id);
    return found && mayOpen(practice, found) ? [found] : [];
  });
  return { topics, scope: scopeOf(query), fault: faultOf(asked.length, topics.length) };
}

function faultOf(asked: number, open: number): Fault | null {
  if (asked === 0) return { kind: "none" };
  if (open < asked) return { kind: "unknown", left: asked - open };
  return open > MOST ? { kind: "many", chosen: open } : null;
}
