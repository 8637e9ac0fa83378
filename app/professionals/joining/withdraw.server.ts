import { transaction } from "#db/client.server.ts";
import { dropSigned } from "#app/professionals/joining/authorization/withdraw.server.ts";
import type { LinkActor } from "#app/shared/actor.ts";
import { makeStep } from "./request.server.ts";
import { tell } from "./story.server.ts";

/**
 * The applicant takes the request back, any time before the approval; what was signed falls with it. Afterwards the
 * practitioner withdraws the authorization itself. @throws Conflict
 */
export async function withdrawRequest(actor: LinkActor): Promise<void> {
  await transaction(async (tx) => {
    const row = await makeStep(tx, "withdraw", { requestId: actor.subjectId });
    const { id: requestId, version, agbPractice: organisation } = row;
    await dropSigned(tx, actor, requestId, { state: "withdrawn", reason: "request_withdrawn" });
    await tell(tx, actor, { requestId, version, kind: "withdrawn", organisation });
  });
}
