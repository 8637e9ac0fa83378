import { and, inArray, lte } from "drizzle-orm";
import { transaction } from "#db/client.server.ts";
import { correctionRequests } from "#db/schema/requests.ts";
import { audit } from "#app/platform/audit/record.server.ts";
import { cliniciansOf } from "#app/clients/records/clinician/treating.server.ts";
import { mailFrame } from "#app/platform/messages/frame.ts";
import { queueMail } from "#app/platform/messages/outbox.server.ts";
import type { SystemActor } from "#app/shared/actor.ts";
import { today } from "#app/shared/clock.server.ts";
import { config } from "#app/shared/config.server.ts";
import { openStates } from "./request.ts";
import { texts } from "./texts.ts";

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
        const { title, text, button } = texts[language].reminder;
        const href = `${config.publicUrl}/behandelaar/${environmentId}/verzoeken`;
        const mail = mailFrame({ language, title, paragraphs: [text], button: { text: button, href } });
        const key = `correction_due:${id}:${dueOn}:${accountId}`;
        await queueMail(tx, { to: email, kind: "correction_due", key, subjectId: id, ...mail });
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
