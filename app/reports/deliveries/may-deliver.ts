import type { Actor } from "#app/shared/actor.ts";
import { Forbidden, Invalid } from "#app/shared/errors.ts";

/** Deliveries are for the operator's data manager and for commands. @throws Forbidden for everybody else */
export function mayDeliver(actor: Actor): void {
  const manager = actor.kind === "account" && actor.operatorRole === "data_manager";
  if (actor.kind !== "system" && !manager) throw new Forbidden();
}

/** Name of who decides, as it is kept with the delivery. */
export const nameOf = (actor: Actor): string => ("name" in actor ? actor.name : "");

const LONGEST_REASON = 1000;

/** A reason in words. @throws Invalid when there is none */
export function needReason(reason: string): string {
  const words = reason.trim();
  if (words.length < 5) throw new Invalid({ reason: "required" });
  if (words.length > LONGEST_REASON) throw new Invalid({ reason: "too_long" });
  return words;
}
