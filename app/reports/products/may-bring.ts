import type { AccountActor, Actor, SystemActor } from "#app/shared/actor.ts";
import { Forbidden } from "#app/shared/errors.ts";

/** Who may bring, publish and withdraw products. @throws Forbidden for everybody else */
export function mustMayBring(actor: Actor): asserts actor is AccountActor | SystemActor {
  if (actor.kind === "system") return;
  if (actor.kind !== "account" || actor.operatorRole !== "data_manager") throw new Forbidden("data_manager_only");
}
