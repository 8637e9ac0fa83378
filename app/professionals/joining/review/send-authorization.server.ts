import { transaction } from "#db/client.server.ts";
import { canMake } from "#app/platform/cases/kind.ts";
import { issueAuthorization, prepareAuthorization } from "#app/professionals/joining/authorization/issue.server.ts";
import { currentChecks, missingGates } from "#app/professionals/joining/checks.server.ts";
import { assertDesk } from "#app/professionals/joining/desk.ts";
import { markAuthorizationSent } from "#app/professionals/joining/outcome.server.ts";
import { requestById } from "#app/professionals/joining/request.server.ts";
import { transitions } from "#app/professionals/joining/transitions.ts";
import type { Actor } from "#app/shared/actor.ts";
import { Conflict } from "#app/shared/errors.ts";
import type { OnVersion } from "./take-up.server.ts";

/** Mails the authorization to the practice address, when every gate is green (I-07). @throws Forbidden, Conflict */
export async function sendAuthorization(actor: Actor, on: OnVersion): Promise<void> {
  assertDesk(actor);
  const request = await requestById(on.requestId);
  if (!canMake(transitions, "send_authorization", request.state)) throw new Conflict("request_moved");
  if (missingGates(request, await currentChecks(request.id)).length > 0) throw new Conflict("gates_open");
  const prepared = await prepareAuthorization(on.requestId);
  await transaction(async (tx) => {
    await markAuthorizationSent(tx, actor, on.requestId, on.version);
    await issueAuthorization(tx, actor, prepared);
  });
}
