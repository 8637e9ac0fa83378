import type { Environment } from "#app/environments/environment.ts";
import type { StrangerActor } from "#app/rights/actor.ts";
import { atTheDoor } from "#app/rights/client-guards.server.ts";
import { NotFound } from "#app/shared/errors.ts";

/**
 * Anybody, at the door of password and mailed code.
 * @throws NotFound where the environment has no such door
 */
export function atMailDoor(
  request: Request,
  id: string | undefined,
): { actor: StrangerActor; environment: Environment } {
  const found = atTheDoor(request, id);
  if (!found.environment.mailedCode) throw new NotFound();
  return found;
}
