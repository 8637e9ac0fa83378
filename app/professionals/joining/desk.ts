import type { AccountActor, Actor } from "#app/shared/actor.ts";
import { Forbidden } from "#app/shared/errors.ts";

/** Lets only the servicedesk through. @throws Forbidden */
export function assertDesk(actor: Actor): asserts actor is AccountActor {
  const role = actor.kind === "account" ? actor.operatorRole : null;
  if (role !== "agent" && role !== "supervisor") throw new Forbidden("desk_only");
}
