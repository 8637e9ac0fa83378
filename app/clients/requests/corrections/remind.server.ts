import { and, inArray, lte } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { correctionRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { cliniciansOf } from "#app/clients/records/clinician/treating.server.ts";
import { send } from "#app/platform/messages/send.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { today } from "#app/shared/clock.server.ts";
import { openStates } from "./request.ts";
import { letters } from "./letters.ts";

const DAYS_BEFORE = 7;

/** Reminds the clinicians of a client, once for each due date, from seven days before it; names nobody. */
export async function remindClinicians(actor: SystemActor): Promise<void> {
  const until = new Date(Date.parse(today()) + DAYS_BEFORE * 86_400_000).toISOString().slice(0, 10);
  await transaction(async (tx) => {
    const rows = await tx
      .select()
      .from(correctionRequests)
      .where(and(inArray(correctionRequests.state, openStates), lte(correctionRequests.dueOn, until)));
    for (const { id, environmentId, personId, dueOn, remindedFor } of rows) {
      if (remindedFor === dueOn) continue;
      for (const { accountId, email, language } of await cliniciansOf(tx, environmentId, personId)) {
        const letter = letters.due({ environment: environmentId });
        await send(tx, { email, language, about: id }, letter, `${id}:${dueOn}:${accountId}`);
      }
      await tx
        .update(correctionRequests)
        .set({ remindedFor: dueOn })
        .where(inArray(correctionRequests.id, [id]));
      await audit(tx, actor, {
        ...{ event: "correction.remind", id, subjectId: personId, organisation: environmentId },
      });
    }
  });
}
