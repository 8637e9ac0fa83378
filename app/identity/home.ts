import type { AccountActor } from "#app/rights/actor.ts";

/** Where somebody begins after signing in. */
export function homeOf(actor: Pick<AccountActor, "operatorRole" | "practices">): string {
  if (actor.operatorRole === "agent" || actor.operatorRole === "supervisor") return "/servicedesk";
  return actor.practices.some((practice) => practice.reports) ? "/rapportages" : "/praktijk";
}
