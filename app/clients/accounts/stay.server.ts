import { clientAccount } from "#app/platform/doors/owners/client-account.server.ts";
import { sessionSeen } from "#app/platform/doors/sessions.server.ts";
import type { ClientActor } from "#app/shared/actor.ts";
import { now } from "#app/shared/clock.server.ts";

/** How many seconds a session lasts from now on without a sign of life; never past its two hours. */
export function secondsLeft(actor: ClientActor): number {
  return Math.floor(Math.min(clientAccount.session.idleMs, actor.expiresAt.getTime() - now().getTime()) / 1000);
}

/** The client says to be there still. Returns the seconds that the session now lasts. */
export async function stayIn(actor: ClientActor): Promise<number> {
  await sessionSeen(actor.sessionId);
  return secondsLeft(actor);
}
