import type { AccountActor } from "#app/shared/actor.ts";
import { staffHome, type Workplace } from "#app/shared/staff-home.ts";

/** Where somebody begins after signing in. */
export function homeOf(actor: Pick<AccountActor, "operatorRole" | "practices">, staffOf: Workplace[]): string {
  if (actor.operatorRole === "agent" || actor.operatorRole === "supervisor") return "/servicedesk";
  if (actor.operatorRole === "data_manager") return "/leveringen";
  if (actor.practices.some((practice) => practice.reports)) return "/rapportages";
  const [place] = staffOf;
  if (place && actor.practices.length === 0) return staffHome(place);
  return actor.operatorRole && actor.practices.length === 0 ? "/account" : "/praktijk";
}
