import type { AccountActor } from "#app/rights/actor.ts";

/** Where somebody begins after signing in. */
export function homeOf(actor: Pick<AccountActor, "operatorRole" | "practices">): string {
  if (actor.operatorRole === "agent" || actor.operatorRole === "supervisor") return "/servicedesk";
  if (actor.operatorRole === "data_manager") return "/leveringen";
  if (actor.practices.some((practice) => practice.reports)) return "/rapportages";
  return actor.operatorRole && actor.practices.length === 0 ? "/account" : "/praktijk";
}
