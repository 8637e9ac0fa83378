import { transaction } from "#db/client.server.ts";
import type { LinkActor } from "#app/rights/actor.ts";
import { makeStep } from "./request.server.ts";
import { tell } from "./story.server.ts";

/** The applicant takes the request back, any time before the signature. @throws Conflict */
export async function withdrawRequest(actor: LinkActor): Promise<void> {
  await transaction(async (tx) => {
    const row = await makeStep(tx, "withdraw", { requestId: actor.subjectId });
    const { id: requestId, version, agbPractice: organisation } = row;
    await tell(tx, actor, { requestId, version, kind: "withdrawn", organisation });
  });
}
