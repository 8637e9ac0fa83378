import { transaction } from "#db/client.server.ts";
import { dropSigned } from "#app/professionals/joining/authorization/withdraw.server.ts";
import type { LinkActor } from "#app/shared/actor.ts";
import { makeStep } from "./request.server.ts";

/**
 * The applicant takes the request back, any time before the approval; what was signed falls with it. Afterwards the
 * practitioner withdraws the authorization itself. @throws Conflict
 */
export async function withdrawRequest(actor: LinkActor): Promise<void> {
  await transaction(async (tx) => {
    const { id } = await makeStep(tx, actor, "withdraw", { requestId: actor.subjectId });
    await dropSigned(tx, actor, id, { state: "withdrawn", reason: "request_withdrawn" });
  });
}
