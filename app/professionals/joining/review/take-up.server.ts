import { transaction } from "#db/client.server.ts";
import { assertDesk } from "#app/professionals/joining/desk.ts";
import { makeStep } from "#app/professionals/joining/request.server.ts";
import type { Actor } from "#app/shared/actor.ts";

/** The decision of an agent names the version of the request it was taken on. */
export type OnVersion = { requestId: string; version: number };

/** An agent starts looking at a new request. @throws Forbidden, Conflict */
export async function takeUp(actor: Actor, on: OnVersion): Promise<void> {
  assertDesk(actor);
  await transaction((tx) => makeStep(tx, actor, "take_up", on, { change: { takenBy: actor.accountId } }));
}
